import { formatCount, formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";

import type { CatalogueChange, VersionBrief } from "../api";
import { changesByVersion } from "../shared/csv_file";
import { DataTable } from "../shared/data_table";
import { memberNames } from "./version_members";

const t = wordsOf("officeCatalogueChanges");

function Briefs({ title, rows }: { title: string; rows: VersionBrief[] }) {
  const texts = t();
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={title}
      columns={[
        { key: "code", title: texts.code, value: (each) => each.code },
        {
          key: "name",
          title: texts.name,
          value: (each) => each.name,
          cell: (each) => <span lang="vi">{each.name}</span>,
          wide: true,
        },
        {
          key: "from",
          title: texts.from,
          value: (each) => each.effective_from,
          cell: (each) => formatDate(each.effective_from),
        },
        {
          key: "to",
          title: texts.to,
          value: (each) => each.effective_to,
          cell: (each) => formatDate(each.effective_to),
        },
      ]}
      rows={rows}
      rowKey={(each) => `${each.code} ${each.effective_from}`}
      copy={false}
    />
  );
}

/** What an import of procedures.csv does: added, ended, changed. */
export function CatalogueChanges({ change }: { change: CatalogueChange }) {
  const texts = t();
  const names = memberNames() as Record<string, string>;
  const changed = changesByVersion(change.changed);
  return (
    <>
      <Briefs title={texts.added(formatCount(change.added.length))} rows={change.added} />
      <Briefs title={texts.closed(formatCount(change.closed.length))} rows={change.closed} />
      {changed.length > 0 && (
        <DataTable
          caption={texts.changed(formatCount(changed.length))}
          columns={[
            { key: "code", title: texts.code, value: (each) => each.code },
            {
              key: "from",
              title: texts.from,
              value: (each) => each.from,
              cell: (each) => formatDate(each.from),
            },
            {
              key: "changes",
              title: texts.changes,
              wide: true,
              cell: (each) => (
                <ul class="plain">
                  {each.members.map((member) => (
                    <li key={member.member}>
                      <strong>{names[member.member] ?? member.member}</strong>:{" "}
                      <del>{member.before || texts.nothing}</del> →{" "}
                      <ins>{member.after || texts.nothing}</ins>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
          rows={changed}
          rowKey={(each) => `${each.code} ${each.from}`}
          copy={false}
        />
      )}
    </>
  );
}
