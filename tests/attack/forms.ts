import { decodeEntities, readTags, type Tag } from "./html.ts";

interface FormField {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Of a select or a group of radio buttons. */
  readonly choices: readonly string[];
  readonly minimum: string;
  readonly isRequired: boolean;
}

export interface FoundForm {
  readonly method: "GET" | "POST";
  /** Path and query it goes to. */
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly FormField[];
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
}

interface Draft {
  readonly id: string;
  readonly start: Tag;
  readonly fields: FormField[];
  readonly buttons: { name: string; value: string }[];
}

/** The forms of a page as a browser without scripts would send them. */
export function findForms(html: string, address: string): FoundForm[] {
  const tags = readTags(html);
  const drafts: Draft[] = tags
    .filter(({ name, isEnd }) => name === "form" && !isEnd)
    .map((start) => ({ id: start.attributes.get("id") ?? "", start, fields: [], buttons: [] }));
  let current: Draft | null = null;
  let opened = 0;
  for (const [index, tag] of tags.entries()) {
    if (tag.name === "form") {
      current = tag.isEnd ? null : (drafts[opened++] ?? null);
      continue;
    }
    const owner = tag.attributes.get("form");
    const draft = owner === undefined ? current : drafts.find(({ id }) => id === owner);
    if (draft && !tag.isEnd) addControl(draft, tag, tags, index);
  }
  return drafts.map((draft) => finish(draft, address));
}

function addControl(draft: Draft, tag: Tag, tags: readonly Tag[], index: number): void {
  const { attributes } = tag;
  const name = attributes.get("name") ?? "";
  const type = tag.name === "input" ? (attributes.get("type") ?? "text") : tag.name;
  if (tag.name === "button" || type === "submit") {
    if (attributes.get("type") !== "button")
      draft.buttons.push({ name, value: attributes.get("value") ?? "" });
    return;
  }
  if (name === "" || attributes.has("disabled")) return;
  const isRequired = attributes.has("required");
  const common = { name, type, isRequired, minimum: attributes.get("min") ?? "" };
  if (tag.name === "select") {
    const options = optionsAfter(tags, index);
    const chosen = options.find(({ isChosen }) => isChosen) ?? options[0];
    draft.fields.push({ ...common, value: chosen?.value ?? "", choices: options.map(({ value }) => value) });
  } else if (type === "radio") addRadio(draft, common, tag);
  else if (tag.name === "textarea")
    draft.fields.push({ ...common, value: decodeEntities(tag.text).replace(/^\n/, ""), choices: [] });
  else if (tag.name === "input")
    draft.fields.push({
      ...common,
      value: attributes.get("value") ?? (type === "checkbox" ? "on" : ""),
      choices: [],
    });
}

function addRadio(
  draft: Draft,
  common: Pick<FormField, "name" | "type" | "isRequired" | "minimum">,
  tag: Tag,
): void {
  const value = tag.attributes.get("value") ?? "on";
  const index = draft.fields.findIndex(({ name }) => name === common.name);
  const known = draft.fields[index];
  if (!known) draft.fields.push({ ...common, value, choices: [value] });
  else
    draft.fields[index] = {
      ...known,
      value: tag.attributes.has("checked") ? value : known.value,
      choices: [...known.choices, value],
    };
}

function optionsAfter(tags: readonly Tag[], index: number): { value: string; isChosen: boolean }[] {
  const found: { value: string; isChosen: boolean }[] = [];
  for (const { name, isEnd, attributes, text } of tags.slice(index + 1)) {
    if (name === "select" && isEnd) break;
    if (name === "option" && !isEnd)
      found.push({
        value: attributes.get("value") ?? decodeEntities(text),
        isChosen: attributes.has("selected"),
      });
  }
  return found;
}

function finish({ start, fields, buttons }: Draft, address: string): FoundForm {
  const { attributes } = start;
  const to = new URL(attributes.get("action") ?? address, `http://any.invalid${address}`);
  return {
    method: attributes.get("method")?.toUpperCase() === "POST" ? "POST" : "GET",
    action: to.pathname + to.search,
    isMultipart: attributes.get("enctype") === "multipart/form-data",
    fields,
    buttons: buttons.length === 0 ? [{ name: "", value: "" }] : buttons,
  };
}

export function findLinks(html: string): string[] {
  return readTags(html).flatMap(({ name, attributes }) => {
    const href = name === "a" ? attributes.get("href") : undefined;
    return href?.startsWith("/") && !href.startsWith("//") ? [href.split("#")[0] ?? href] : [];
  });
}

/** The form as somebody would fill it in who wants it to be taken. */
export function fillIn(form: FoundForm, today: string): [name: string, value: string][] {
  return form.fields.flatMap((field): [string, string][] => {
    const { name, type, value, choices, minimum } = field;
    if (type === "file") return [];
    if (value !== "") return [[name, value]];
    switch (type) {
      case "select":
      case "radio":
        return [[name, choices.find((choice) => choice !== "") ?? ""]];
      case "date":
        return [[name, today]];
      case "month":
        return [[name, today.slice(0, 7)]];
      case "time":
        return [[name, "08:30"]];
      case "number":
        return [[name, minimum === "" ? "1" : minimum]];
      case "url":
        return [[name, "https://example.org/a"]];
      case "tel":
        return [[name, "0301 777 001"]];
      case "email":
        return [[name, "a@example.org"]];
      case "hidden":
        return [[name, value]];
      default:
        return [[name, "Nội dung thử"]];
    }
  });
}
