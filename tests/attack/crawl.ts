import { Inhabitant } from "./demo-house.ts";
import type { Findings } from "./findings.ts";
import { type FoundForm, findForms, findLinks } from "./forms.ts";
import { type Route, routeOf } from "./route-table.ts";
import type { Visitor } from "./visitor.ts";

export interface SeenPage {
  readonly who: Visitor;
  readonly address: string;
  readonly route: Route;
}

export interface SeenForm extends SeenPage {
  readonly form: FoundForm;
  readonly button: { readonly name: string; readonly value: string };
  /** What tells it from every other form of the house. */
  readonly key: string;
}

export interface Crawl {
  readonly pages: SeenPage[];
  readonly forms: SeenForm[];
  /** Names of the query by route, from links, from forms that ask and from the source. */
  readonly queries: ReadonlyMap<Route, ReadonlySet<string>>;
}

const KINDS_AT_MOST = 4;

/** Walks links and every address without parameters, a few of each kind, and notes every form it meets. */
export async function crawl(
  who: Visitor,
  routes: readonly Route[],
  perRoute: number,
  findings: Findings,
): Promise<Crawl> {
  const waiting = [
    "/",
    ...routes.filter(({ path, loader }) => loader !== null && !/[:*]/.test(path)).map(({ path }) => path),
  ];
  const visits = new Map<string, number>();
  const asked = new Set<string>();
  const pages: SeenPage[] = [];
  const forms: SeenForm[] = [];
  const queries = new Map<Route, Set<string>>(routes.map((route) => [route, new Set(route.queries)]));
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const route = routeOf(routes, address);
    if (!route || asked.has(address) || route.path === "/dang-xuat") continue;
    asked.add(address);
    const query = new URLSearchParams(address.split("?")[1] ?? "");
    for (const name of query.keys()) queries.get(route)?.add(name);
    const kind = `${route.path} ${[...query.keys()].sort().join()}`;
    const times = visits.get(kind) ?? 0;
    if (times >= perRoute) continue;
    visits.set(kind, times + 1);
    // Boards can be asked in hundreds of ways; a form shows after a few.
    const ofRoute = (visits.get(route.path) ?? 0) + 1;
    visits.set(route.path, ofRoute);
    if (ofRoute > KINDS_AT_MOST) continue;
    const here = address;
    const ask = () => findings.hear(`${who.label} GET ${here}`, () => who.get(here));
    let heard = await ask();
    if (heard && who instanceof Inhabitant && heard.status < 400 && (await who.cameBack(heard)))
      heard = await ask();
    if (!heard) continue;
    const location = heard.headers.location;
    if (location?.startsWith("/")) waiting.push(location);
    if (heard.status !== 200 || !heard.headers["content-type"]?.startsWith("text/html")) continue;
    pages.push({ who, address, route });
    waiting.push(...findLinks(heard.text));
    for (const form of findForms(heard.text, address))
      noteForm({ who, address, route }, form, routes, forms, queries);
  }
  return { pages, forms, queries };
}

function noteForm(
  page: SeenPage,
  form: FoundForm,
  routes: readonly Route[],
  forms: SeenForm[],
  queries: ReadonlyMap<Route, Set<string>>,
): void {
  const to = routeOf(routes, form.action);
  if (!to) return;
  if (form.method === "GET") for (const { name } of form.fields) queries.get(to)?.add(name);
  else
    for (const button of form.buttons) {
      const key = keyOf(form, button, to);
      if (!forms.some((known) => known.key === key)) forms.push({ ...page, form, button, key });
    }
}

/** Ids within names and values are of one record; the form is the same for every other. */
export function keyOf(form: FoundForm, button: SeenForm["button"], to: Route): string {
  const plain = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "#");
  const names = [...new Set(form.fields.map(({ name }) => plain(name)))].sort();
  const intents = form.fields
    .filter(({ name, type }) => type === "hidden" && /^(?:intent|act|action|kind)$/.test(name))
    .map(({ value }) => plain(value));
  return `${to.path} ${[plain(button.name), plain(button.value), ...intents].join(":")} ${names.join()}`;
}
