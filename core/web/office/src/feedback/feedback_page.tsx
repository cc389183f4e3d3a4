import { useEffect } from "preact/hooks";

import { formatCount, formatMoment, unknown } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { getFeedback, type Schemas } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column, type SortedElsewhere } from "../shared/data_table";
import {
  cursorOf,
  firstPage,
  firstRow,
  isFirst,
  pageBefore,
  pageBehind,
  type PagePath,
} from "../shared/page_path";
import { resource } from "../shared/resource";
import { Stat } from "../shared/stat";

const t = wordsOf("officeFeedbackPage");

type Item = Schemas["StoredFeedback"];
type Feedback = Schemas["Feedbacks"];

const pageLength = 200;

interface ShownPage {
  page: Feedback;
  path: PagePath;
}

const feedback = resource<ShownPage>();
const load = (path: PagePath) =>
  void feedback.load(async () => ({
    page: await getFeedback({ limit: pageLength, ...cursorOf(path) }),
    path,
  }));

function columns(): Column<Item>[] {
  const texts = t();
  return [
    {
      key: "at",
      title: texts.at,
      value: (each) => each.at,
      text: (each) => formatMoment(each.at),
      cell: (each) => <span class="number">{formatMoment(each.at)}</span>,
    },
    {
      key: "kind",
      title: texts.kind,
      value: (each) => vocabulary.feedbackKind.word(each.kind),
      cell: (each) => (
        <span class={`badge ${each.kind === "complaint" ? "warn" : "info"}`}>
          {vocabulary.feedbackKind.word(each.kind)}
        </span>
      ),
    },
    {
      key: "score",
      title: texts.score,
      number: true,
      value: (each) => each.rating,
      cell: (each) => formatCount(each.rating),
    },
    {
      key: "text",
      title: texts.text,
      value: (each) => each.text,
      cell: (each) => <span lang="vi">{each.text || "–"}</span>,
      wide: true,
    },
    {
      key: "about",
      title: texts.about,
      value: (each) => each.dossier || each.ticket,
      cell: (each) => each.dossier || each.ticket || "–",
    },
    {
      key: "contact",
      title: texts.contact,
      value: (each) => each.contact,
      cell: (each) => each.contact || "–",
    },
    {
      key: "answered",
      title: texts.answered,
      value: (each) => each.answered_at,
      cell: (each) => {
        if (each.answered_at) return formatMoment(each.answered_at);
        return each.kind === "rating" ? "–" : texts.notAnswered;
      },
    },
  ];
}

/** A page of many stands in the core's order: to sort its rows alone would say nothing of the rest. */
const notSorted: SortedElsewhere = { columns: [], order: undefined, onOrder: () => undefined };

export function FeedbackPage() {
  const texts = t();
  useEffect(() => load(firstPage), []);
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
      </div>
      <Await of={feedback} again={() => load(firstPage)} height="60vh">
        {({ page, path }) => <Shown page={page} path={path} />}
      </Await>
    </>
  );
}

function Shown({ page, path }: ShownPage) {
  const texts = t();
  const { items, figures, count, next_cursor: next } = page;
  const isAll = items.length === count;
  const first = firstRow(path, pageLength);
  return (
    <div class="stack">
      <Summary figures={figures} isCut={!isAll} />
      <section class="card">
        <DataTable
          caption={
            isAll
              ? texts.list(formatCount(count))
              : texts.part(
                  formatCount(first),
                  formatCount(first + items.length - 1),
                  formatCount(count),
                )
          }
          columns={columns()}
          rows={items}
          rowKey={(each) => each.id}
          empty={texts.none}
          sorted={isAll ? undefined : notSorted}
        />
        {!isAll && (
          <div class="row">
            <Button disabled={isFirst(path)} onClick={() => load(pageBefore(path))}>
              ‹ {texts.earlier}
            </Button>
            <Button
              disabled={next === null}
              onClick={() => next !== null && load(pageBehind(path, next))}
            >
              {texts.later} ›
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function Summary({ figures, isCut }: { figures: Feedback["figures"]; isCut: boolean }) {
  const texts = t();
  const { ratings, mean_rating: mean } = figures;
  const stars = figures.given.map((count, index) => ({ rating: index + 1, count })).reverse();
  return (
    <section aria-label={texts.stars} class="stack">
      <div class="stats large">
        <Stat
          name={texts.average}
          text={mean === null ? unknown : `${mean}`.replace(".", ",")}
          detail={texts.averageDetail(formatCount(ratings))}
          look="info"
        />
        <Stat name={vocabulary.feedbackKind.word("complaint")} value={figures.complaints} />
        <Stat name={vocabulary.feedbackKind.word("suggestion")} value={figures.suggestions} />
        <div class="stat card">
          <ul class="stars" aria-label={texts.stars}>
            {stars.map((each) => (
              <li key={each.rating}>
                <span class="number">{texts.star(each.rating)}</span>
                <meter
                  min={0}
                  max={Math.max(ratings, 1)}
                  value={each.count}
                  aria-label={texts.star(each.rating)}
                />
                <span class="number">{formatCount(each.count)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {isCut && <p class="remark">{texts.latestOnly}</p>}
    </section>
  );
}
