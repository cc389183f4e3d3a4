import { useEffect } from "preact/hooks";

import { formatCount, formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import { getFeedback, type Schemas } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { resource } from "../shared/resource";
import { Stat } from "../shared/stat";
import { countRatings } from "./ratings";

const t = wordsOf("officeFeedbackPage");

type Item = Schemas["StoredFeedback"];

const mostShown = 200; // the core gives no more

const feedback = resource<Item[]>();
const load = () => void feedback.load(async () => (await getFeedback(mostShown)).items);

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
      value: (each) => texts[each.kind],
      cell: (each) => (
        <span class={`badge ${each.kind === "complaint" ? "warn" : "info"}`}>
          {texts[each.kind]}
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

export function FeedbackPage() {
  const texts = t();
  useEffect(load, []);
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
      </div>
      <Await of={feedback} again={load} height="60vh">
        {(items) => (
          <div class="stack">
            <Summary items={items} />
            <section class="card">
              <DataTable
                caption={texts.list(formatCount(items.length))}
                columns={columns()}
                rows={items}
                rowKey={(each) => each.id}
                empty={texts.none}
              />
            </section>
          </div>
        )}
      </Await>
    </>
  );
}

function Summary({ items }: { items: Item[] }) {
  const texts = t();
  const ratings = countRatings(items);
  const of = (kind: Item["kind"]) => items.filter((each) => each.kind === kind).length;
  const average = ratings.average === null ? "–" : `${ratings.average}`.replace(".", ",");
  return (
    <section aria-label={texts.stars} class="stack">
      <div class="stats large">
        <Stat
          name={texts.average}
          text={average}
          detail={texts.averageDetail(formatCount(ratings.count))}
          look="info"
        />
        <Stat name={texts.complaint} value={of("complaint")} />
        <Stat name={texts.suggestion} value={of("suggestion")} />
        <div class="stat card">
          <ul class="stars" aria-label={texts.stars}>
            {ratings.stars.map((each) => (
              <li key={each.rating}>
                <span class="number">{texts.star(each.rating)}</span>
                <meter
                  min={0}
                  max={Math.max(ratings.count, 1)}
                  value={each.count}
                  aria-label={texts.star(each.rating)}
                />
                <span class="number">{formatCount(each.count)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {items.length === mostShown && <p class="remark">{texts.latestOnly}</p>}
    </section>
  );
}
