import { defineTexts } from "@motcua/language";

const t = defineTexts(
  {
    age_80_or_older: "Từ 80 tuổi",
    severely_disabled: "Khuyết tật nặng",
    pregnant: "Phụ nữ có thai",
    child_under_36_months: "Có con dưới 36 tháng",
    war_invalid: "Thương binh",
    other: "Ưu tiên",
  },
  {
    age_80_or_older: "80 or older",
    severely_disabled: "Severely disabled",
    pregnant: "Pregnant",
    child_under_36_months: "With a small child",
    war_invalid: "War invalid",
    other: "Priority",
  },
);

export function priorityName(kind: string): string {
  return (t() as Record<string, string>)[kind] ?? kind;
}
