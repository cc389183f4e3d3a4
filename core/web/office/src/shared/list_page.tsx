import type { ComponentChildren } from "preact";

import { Button } from "@motcua/ui";

import { Await } from "./await";
import { DataTable, type TableProps } from "./data_table";
import type { Resource } from "./resource";

/** A page of one list to which something can be added; `children` are the dialogs over it. */
export function ListPage<T>({
  title,
  add,
  onAdd,
  of,
  again,
  table,
  children,
}: {
  title: string;
  add: string;
  onAdd: () => void;
  of: Resource<T[]>;
  again: () => void;
  table: Omit<TableProps<T>, "rows" | "copy">;
  children: ComponentChildren;
}) {
  return (
    <>
      <div class="page-head">
        <h1>{title}</h1>
        <Button look="primary" onClick={onAdd}>
          + {add}
        </Button>
      </div>
      <Await of={of} again={again} height="40vh">
        {(rows) => (
          <section class="card">
            <DataTable {...table} rows={rows} copy={false} />
          </section>
        )}
      </Await>
      {children}
    </>
  );
}
