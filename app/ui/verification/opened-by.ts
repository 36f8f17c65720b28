import type { OpenPanel } from "./queue-list.tsx";

/** Which reasons the address opens, for pages without scripts. */
export function openedBy(query: URLSearchParams): OpenPanel {
  const [back, no, day] = [query.get("tra"), query.get("tu-choi"), query.get("ngay")];
  if (back) return { of: "card", id: back, kind: "return" };
  if (no) return { of: "card", id: no, kind: "reject" };
  return day ? { of: "day", key: day } : null;
}
