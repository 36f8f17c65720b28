import type { Priority } from "#app/domain/households/household.ts";

export const priorities = {
  elderly: "Người cao tuổi",
  disabled: "Người khuyết tật",
  minority: "Dân tộc thiểu số",
  poor: "Hộ nghèo, cận nghèo",
  remote: "Ở xa",
} satisfies Record<Priority, string>;
