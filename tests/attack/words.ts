import { openInChromium } from "./canary.ts";
import { crawl, keyOf, type SeenForm, type SeenPage } from "./crawl.ts";
import { type DemoHouse, Inhabitant } from "./demo-house.ts";
import { Findings } from "./findings.ts";
import { fillIn, findForms } from "./forms.ts";
import { normalForm, readAllTexts } from "./kept-texts.ts";
import { listAllRoutes, type Route, routeOf } from "./route-table.ts";
import { listStrings, Rotation, STRING_CLASSES } from "./strings.ts";
import { encodeField, type Heard, Visitor } from "./visitor.ts";

/** One field of one form, one name of a query, or one parameter of an address. */
interface Target {
  readonly who: Visitor;
  readonly what: string;
  /** Whether a text that is taken is kept as a text. */
  readonly isText: boolean;
  attack(text: string, turn: number): Promise<Heard | null>;
}

interface Taken {
  readonly text: string;
  readonly target: Target;
}

const TEXT_TYPES = new Set(["text", "textarea", "search"]);
const LANES = 4;
const CANARY_PAGES = 60;

/** G10: naughty strings in every field of every form, every query and every parameter, as everybody. */
export async function attackByWords(
  house: DemoHouse,
  minutes: number,
): Promise<{ readonly found: readonly string[] }> {
  const startedMs = performance.now();
  const findings = new Findings();
  const routes = listAllRoutes();
  // One of each role: two officers see the same forms. ATTACK_AS names some of them alone.
  const asked = process.env.ATTACK_AS?.split(",");
  const visitors = [
    ...[...new Map([...house.people].reverse().map((who) => [who.role, who])).values()].map(
      (who) => new Inhabitant(house, who),
    ),
    new Visitor(house.origin, "nobody"),
  ].filter(({ label }) => asked?.includes(label) ?? true);
  const forms = new Map<string, SeenForm>();
  const pages = new Map<string, SeenPage>();
  const met = new Set<string>();
  const taken: Taken[] = [];
  const lost = new Map<string, number>();
  const echoed = { equal: 0, other: 0 };
  const rotation = new Rotation(listStrings());
  let [fields, textFields] = [0, 0];
  for (const [index, who] of visitors.entries()) {
    if (who instanceof Inhabitant) await who.signIn();
    const seen = await crawl(who, routes, 1, findings);
    const newForms = seen.forms.filter(({ key }) => !forms.has(key));
    for (const form of newForms) forms.set(form.key, form);
    const newPages = seen.pages.filter(({ route }) => !pages.has(route.path));
    for (const page of newPages) pages.set(page.route.path, page);
    const targets = [
      ...newForms.flatMap((form) => fieldsOf(form, findings, routes, taken, echoed, lost)),
      ...newPages.flatMap((page) => addressesOf(page, seen.queries.get(page.route) ?? new Set(), findings)),
    ].filter(({ what }) => !met.has(what));
    for (const { what } of targets) met.add(what);
    fields += targets.length;
    textFields += targets.filter(({ isText }) => isText).length;
    // Whoever comes later has the same share of what is left.
    const left = startedMs + minutes * 60_000 - performance.now();
    const until = performance.now() + left / (visitors.length - index);
    const passes = await attackAll(targets, rotation, until, house);
    say(
      `${who.label}: ${seen.pages.length} pages, ${newForms.length} forms and ${targets.length} fields not met before, ${passes.toFixed(1)} of ${STRING_CLASSES.length} classes at each`,
    );
  }
  await findChanged(house, taken, findings);
  const uses = [...rotation.uses.values()];
  say(
    `${routes.length} addresses, ${pages.size} of them with a page that was reached; ${forms.size} forms with ${textFields} text fields among ${fields} fields, queries and parameters`,
  );
  say(
    `${rotation.uses.size} of ${listStrings().length} strings used, each ${Math.min(...uses)} to ${Math.max(...uses)} times`,
  );
  say(findings.countsText());
  say(
    `${taken.length} texts taken; of refused ones ${echoed.equal} stood in their field again to the letter, ${echoed.other} did not`,
  );
  for (const [field, times] of lost) say(`  not shown again: ${field} (${times})`);
  const canary = await openInChromium(house, [...pages.values()].slice(0, CANARY_PAGES));
  say(
    `${canary.pages} pages opened in Chromium with their policy switched off: ${canary.found.length} ran a string`,
  );
  return { found: [...findings.found, ...canary.found] };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fieldsOf(
  seen: SeenForm,
  findings: Findings,
  routes: readonly Route[],
  taken: Taken[],
  echoed: { equal: number; other: number },
  lost: Map<string, number>,
): Target[] {
  const { form, button, who, address } = seen;
  const names = [
    ...new Map(form.fields.filter(({ type }) => type !== "file").map((field) => [field.name, field])),
  ];
  const send = async (fields: readonly (readonly [string, string])[], turn: number, what: string) => {
    const withButton = button.name === "" ? fields : [...fields, [button.name, button.value] as const];
    const path = turn % 4 === 3 ? form.action.replace(/(\?|$)/, ".data$1") : form.action;
    const ask = () => (form.isMultipart ? sendParts(who, path, withButton) : who.send(path, withButton));
    const heard = await findings.hear(what, ask);
    return heard && who instanceof Inhabitant && (await who.cameBack(heard))
      ? findings.hear(what, ask)
      : heard;
  };
  const ofFields = names.map(([name, field]): Target => {
    const isText = TEXT_TYPES.has(field.type);
    const target: Target = {
      who,
      isText,
      what: `${seen.key.slice(0, 120)} / ${name}`,
      async attack(text, turn) {
        const today = new Date().toISOString().slice(0, 10);
        const others = fillIn(form, today).filter(([other]) => other !== name);
        // Every ninth time it comes as a list, where one text was asked for.
        const given =
          turn % 9 === 8
            ? ([
                [name, text],
                [name, `${text}x`],
              ] as const)
            : ([[name, text]] as const);
        const heard = await send(
          [...others, ...given],
          turn,
          `${who.label} POST ${form.action} ${name}=${JSON.stringify(text).slice(0, 120)}`,
        );
        if (heard === null || !isText || given.length > 1) return heard;
        if (heard.status === 303 || heard.status === 302) taken.push({ text, target });
        else if (
          heard.status >= 400 &&
          heard.headers["content-type"]?.startsWith("text/html") &&
          text.length < 100_000
        )
          compareEcho(heard, text);
        return heard;
      },
    };
    const compareEcho = (heard: Heard, text: string) => {
      // A list has the same form once for each row: it may stand in any of them.
      const again = findForms(heard.text, address).filter(
        (each) => keyOf(each, button, routeOf(routes, each.action) ?? seen.route) === seen.key,
      );
      const shown = again.flatMap(({ fields }) =>
        fields.filter((each) => each.name === name).map(({ value }) => normalForm(value)),
      );
      // What no page can hold, and what was empty anyway, is not looked for.
      if (shown.length === 0 || text.trim() === "" || /[\p{Control}\p{Surrogate}\uFFFD]/u.test(text)) return;
      if (shown.includes(normalForm(text))) echoed.equal += 1;
      else {
        echoed.other += 1;
        lost.set(target.what, (lost.get(target.what) ?? 0) + 1);
      }
    };
    return target;
  });
  // Names nobody asked for, and a body that is no form.
  const whole: Target = {
    who,
    isText: false,
    what: `${seen.key.slice(0, 120)} / the form itself`,
    async attack(text, turn) {
      const what = `${who.label} POST ${form.action} as a whole, turn ${turn}`;
      const fields = fillIn(form, "2026-11-22");
      switch (turn % 4) {
        case 0:
          return send(
            [...fields, ["__proto__", text], ["constructor[prototype]", text], [text.slice(0, 200), "x"]],
            turn,
            what,
          );
        case 1:
          return findings.hear(what, () =>
            who.say({
              method: "POST",
              path: form.action,
              type: "application/json",
              body: JSON.stringify({ [text]: [text] }),
            }),
          );
        case 2:
          return findings.hear(what, () =>
            who.say({
              method: "POST",
              path: form.action,
              type: "multipart/form-data; boundary=x",
              body: `--x\r\nContent-Disposition: form-data; name="${text.slice(0, 100)}`,
            }),
          );
        default:
          return send(
            fields.map(([name, value]) => [`${name}[]`, value]),
            turn,
            what,
          );
      }
    },
  };
  return [...ofFields, whole];
}

function sendParts(
  who: Visitor,
  path: string,
  fields: readonly (readonly [string, string])[],
): Promise<Heard> {
  const boundary = "----part7d1f";
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return who.say({
    method: "POST",
    path,
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join("")}--${boundary}--\r\n`,
  });
}

function addressesOf(
  { who, address, route }: SeenPage,
  names: ReadonlySet<string>,
  findings: Findings,
): Target[] {
  const pathname = address.split("?")[0] ?? address;
  const hear = async (path: string) => {
    const what = `${who.label} GET ${path.slice(0, 200)}`;
    const heard = await findings.hear(what, () => who.get(path));
    return heard && who instanceof Inhabitant && (await who.cameBack(heard))
      ? findings.hear(what, () => who.get(path))
      : heard;
  };
  // Longer addresses stop at the door; what is short enough goes all the way in.
  const short = (text: string) => encodeField(text.slice(0, 900)).replaceAll("+", "%20");
  const ofQuery = [...names].map(
    (name): Target => ({
      who,
      isText: false,
      what: `${route.path} ?${name}`,
      attack: (text, turn) => {
        const twice = turn % 9 === 8 ? `&${name}=${short(text)}` : "";
        return hear(
          `${turn % 4 === 3 ? pathname.replace(/\/?$/, pathname === "/" ? "_root.data" : ".data") : pathname}?${encodeField(name)}=${short(text)}${twice}`,
        );
      },
    }),
  );
  const parts = route.path.split("/");
  const ofPath = route.parameters.map(
    (parameter): Target => ({
      who,
      isText: false,
      what: `${route.path} :${parameter}`,
      attack: (text) => {
        const given = pathname.split("/");
        given[parts.findIndex((part) => part.startsWith(`:${parameter}`))] = short(text) || "%20";
        return hear(given.join("/"));
      },
    }),
  );
  return [...ofQuery, ...ofPath];
}

/** A whole pass gives every field one string of one class; classes go round, so a run cut short was fair to all. */
async function attackAll(
  targets: readonly Target[],
  rotation: Rotation,
  untilMs: number,
  house: DemoHouse,
): Promise<number> {
  for (const pass of STRING_CLASSES.keys()) {
    const waiting = [...targets.entries()];
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (performance.now() > untilMs || !house.isAlive()) return;
        const [index, target] = next;
        const name = STRING_CLASSES[(pass + index) % STRING_CLASSES.length] ?? "words";
        await target.attack(rotation.take(name), pass + index);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    say(`pass ${pass + 1}: ${targets.length - waiting.length} of ${targets.length} fields`);
    if (waiting.length > 0) return pass + (targets.length - waiting.length) / targets.length;
  }
  return STRING_CLASSES.length;
}

/** A text that was taken stands in the database to the letter; one that changed on the way is a finding. */
async function findChanged(house: DemoHouse, taken: readonly Taken[], findings: Findings): Promise<void> {
  const texts = await readAllTexts(house.dataDir);
  const missing = new Map<string, string[]>();
  let kept = 0;
  for (const { text, target } of taken) {
    if (texts.has(normalForm(text))) kept += 1;
    else missing.set(target.what, [...(missing.get(target.what) ?? []), text]);
  }
  say(`${kept} of ${taken.length} taken texts stand in a row to the letter`);
  for (const [what, all] of missing) {
    const near = all.find((text) => [...texts].some((each) => each.length > 3 && isMangled(each, text)));
    if (near === undefined)
      say(
        `  kept otherwise or not at all: ${what} (${all.length}), e.g. ${JSON.stringify(all[0]).slice(0, 80)}`,
      );
    else findings.add(`changed on the way: ${what}: ${JSON.stringify(near).slice(0, 120)}`);
  }
}

/** The same letters with entities, question marks or replacement signs in them. */
function isMangled(kept: string, sent: string): boolean {
  const plain = (text: string) =>
    text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, "").replace(/[^\p{L}\p{N}]/gu, "");
  return (
    /&(?:amp|lt|gt|quot|#\d+);|\uFFFD/.test(kept) &&
    plain(sent).length > 5 &&
    plain(kept) === plain(sent.replace(/[&<>"']/g, ""))
  );
}
