import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { nextOrder, type Order } from "@motcua/list_order";
import { CopyButton } from "@motcua/ui/copy_button";

import { sortRows, tableText, type Sortable } from "./table_rows";

const t = wordsOf("officeDataTable");

export interface Column<T> {
  key: string;
  title: string;
  /** Right-aligned, sorted largest first. */
  number?: boolean;
  /** What it is sorted by and copied as; a column without it is neither. */
  value?: (row: T) => Sortable;
  /** What is copied, where that is not the value. */
  text?: (row: T) => string;
  cell?: (row: T) => ComponentChildren;
  /** Long text, which needs room to break well. */
  wide?: boolean;
  /** Words that stay on one line. */
  short?: boolean;
}

/** `columns` are the keys of those that the list can be sorted by. */
export interface SortedElsewhere {
  columns: readonly string[];
  order: Order | undefined;
  onOrder: (order: Order) => void;
}

export interface TableProps<T> {
  /** Says what the table is; shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  rowClass?: (row: T) => string | undefined;
  /** A last row with the sums, as a row of the same kind. */
  total?: T | undefined;
  order?: Order;
  /** The rows are a page of a list that the core sorts: a heading sorts the whole of it. */
  sorted?: SortedElsewhere | undefined;
  copy?: boolean;
  empty?: string | undefined;
}

/** A table that can be sorted by a click on a heading, scrolled on a small screen, and copied. */
export function DataTable<T>(props: TableProps<T>) {
  const { caption, columns, rows, rowKey, rowClass, total, copy = true } = props;
  const texts = t();
  const [own, setOwn] = useState<Order | undefined>(props.order);
  const order = props.sorted ? props.sorted.order : own;
  const by = props.sorted ? undefined : columns.find((each) => each.key === order?.column);
  const canSort = ({ key, value }: Column<T>) =>
    props.sorted ? props.sorted.columns.includes(key) : value !== undefined;
  const sorted = order && by?.value ? sortRows(rows, by.value, order.descending) : rows;
  const copied = () => {
    const shown = columns.filter((each) => each.value);
    const all = total === undefined ? sorted : [...sorted, total];
    return tableText([shown.map((each) => each.title), ...all.map((row) => textsOf(shown, row))]);
  };
  const cells = (row: T) =>
    columns.map((each, index) => {
      const content = each.cell ? each.cell(row) : each.value?.(row);
      const looks = looksOf(each);
      if (index === 0)
        return (
          <th key={each.key} scope="row" class={looks}>
            {content}
          </th>
        );
      return (
        <td key={each.key} class={looks}>
          {content}
        </td>
      );
    });
  if (rows.length === 0) return <p class="empty">{props.empty ?? texts.none}</p>;
  return (
    <div class="table-box">
      <div class="table-scroll" role="group" aria-label={caption} tabIndex={0}>
        <table class="table">
          <caption class={props.captionHidden ? "hidden-visually" : ""}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((each) => (
                <Heading
                  key={each.key}
                  column={each}
                  order={order}
                  onOrder={canSort(each) ? (props.sorted?.onOrder ?? setOwn) : undefined}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={rowKey(row)} class={rowClass?.(row)}>
                {cells(row)}
              </tr>
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>{cells(total)}</tr>
            </tfoot>
          )}
        </table>
      </div>
      {copy && (
        <div class="table-tools">
          <CopyButton look="quiet" label={texts.copy} text={copied} />
        </div>
      )}
    </div>
  );
}

function looksOf<T>({ number, wide, short }: Column<T>): string {
  return [number && "end", wide && "wide", short && "short"].filter(Boolean).join(" ");
}

function textsOf<T>(columns: readonly Column<T>[], row: T): string[] {
  return columns.map((each) => each.text?.(row) ?? `${each.value?.(row) ?? "–"}`);
}

function Heading<T>({
  column,
  order,
  onOrder,
}: {
  column: Column<T>;
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
}) {
  const looks = looksOf(column);
  const mine = order?.column === column.key;
  if (!onOrder)
    return (
      <th scope="col" class={looks}>
        {column.title}
      </th>
    );
  return (
    <th
      scope="col"
      class={looks}
      aria-sort={mine ? (order.descending ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        class="sorter"
        title={`${t().sort}: ${column.title}`}
        onClick={() => onOrder(nextOrder(order, column.key, Boolean(column.number)))}
      >
        {column.title}
        <span aria-hidden="true" class="direction">
          {"\u00a0"}
          {mine ? (order.descending ? "▼" : "▲") : "↕"}
        </span>
      </button>
    </th>
  );
}
