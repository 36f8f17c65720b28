import { HELP_NEEDS, HELP_TIMES } from "#app/domain/help/help-request.ts";
import { helpPageWords as words } from "#app/messages/help-page.ts";
import { WholeDocument } from "../public-board/whole-document.tsx";
import { HelpHeader } from "./help-header.tsx";

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

interface AskPageProps {
  readonly id: string;
  readonly place: string;
  readonly village: string;
  /** Sentences already formed, by field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly values: Values;
  readonly stylesheet: string;
}

/** L31: one plain form, whole without scripts. What was typed comes back with what is wrong. */
export function AskPage({ id, place, village, problems, values, stylesheet }: AskPageProps) {
  const { form } = words;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const list = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? [value] : (value ?? []);
  };
  const said = Object.entries(problems);
  return (
    <WholeDocument language="vi" title={`${words.title} · ${village}`} style={{ at: stylesheet }}>
      <HelpHeader place={place} village={village} />
      <main>
        <h1>{words.title}</h1>
        <p>{words.lead(village)}</p>
        {said.length > 0 ? (
          <div className="box is-wrong" role="alert">
            <p>{words.wrong}</p>
            <ul>
              {said.map(([name, sentence]) => (
                <li key={name}>
                  <a href={`#${name}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <Choices
            name="needs"
            title={form.needs}
            choices={HELP_NEEDS.map((value) => [value, words.needs[value]])}
            chosen={list("needs")}
            wrong={problems.needs}
          />
          <Line
            name="name"
            label={form.name}
            hint={form.nameHint}
            value={text("name")}
            wrong={problems.name}
          />
          <Line
            name="phone"
            type="tel"
            label={form.phone}
            hint={form.phoneHint}
            value={text("phone")}
            wrong={problems.phone}
          />
          <Choices
            name="times"
            title={form.times}
            choices={HELP_TIMES.map((value) => [value, words.times[value]])}
            chosen={list("times")}
            wrong={problems.times}
          />
          <div>
            <label className="label" htmlFor="words">
              {form.words}
            </label>
            <p className="hint" id="words-hint">
              {form.wordsHint}
            </p>
            <textarea
              id="words"
              name="words"
              rows={3}
              maxLength={600}
              defaultValue={text("words")}
              aria-describedby="words-hint"
              aria-invalid={problems.words ? true : undefined}
            />
            <Wrong says={problems.words} />
          </div>
          <p className="also" aria-hidden="true">
            <label htmlFor="website">{form.also}</label>
            <input id="website" type="text" name="website" tabIndex={-1} autoComplete="off" />
          </p>
          <fieldset id="consent">
            <legend>{form.consentTitle}</legend>
            <label className="choice">
              <input type="checkbox" name="consent" value="yes" defaultChecked={text("consent") === "yes"} />
              <span>{form.consent(village)}</span>
            </label>
            <Wrong says={problems.consent} />
          </fieldset>
          <button type="submit">{form.send}</button>
        </form>
        <p className="box">{words.never}</p>
      </main>
    </WholeDocument>
  );
}

interface ChoicesProps {
  name: string;
  title: string;
  choices: readonly (readonly [string, string])[];
  chosen: readonly string[];
  wrong: string | undefined;
}

function Choices({ name, title, choices, chosen, wrong }: ChoicesProps) {
  return (
    <fieldset id={name}>
      <legend>{title}</legend>
      <div className="choices">
        {choices.map(([value, label]) => (
          <label key={value} className="choice">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Wrong says={wrong} />
    </fieldset>
  );
}

interface LineProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  type?: "text" | "tel";
  wrong: string | undefined;
}

function Line({ name, label, hint, value, type = "text", wrong }: LineProps) {
  return (
    <div>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <input
        id={name}
        type={type}
        name={name}
        defaultValue={value}
        autoComplete={type === "tel" ? "tel-national" : "off"}
        aria-describedby={`${name}-hint`}
        aria-invalid={wrong ? true : undefined}
      />
      <Wrong says={wrong} />
    </div>
  );
}

function Wrong({ says }: { says: string | undefined }) {
  return says ? <p className="wrong">{says}</p> : null;
}
