/** F01: what is asked at a household's door, of the household and of each of its adults. Keys are never reused. */
const YES_NO = ["yes", "no"] as const;

interface Question {
  readonly about: "household" | "adult";
  /** Several may be chosen; "none" then stands alone. */
  readonly isMany: boolean;
  readonly choices: readonly string[];
}

export const QUESTIONS = {
  network: { about: "household", isMany: false, choices: ["none", "mobile", "fixed"] },
  devices: {
    about: "household",
    isMany: true,
    choices: ["none", "television", "computer", "camera", "other"],
  },
  produces: {
    about: "household",
    isMany: true,
    choices: ["none", "crops", "livestock", "aquatic", "craft", "shop", "service"],
  },
  sells_online: { about: "household", isMany: false, choices: ["no", "social", "floor"] },
  // B08: somebody young at home who installs and uses e-payment.
  young_helper: { about: "household", isMany: false, choices: YES_NO },
  phone: { about: "adult", isMany: false, choices: ["none", "basic", "smart"] },
  sim: { about: "adult", isMany: false, choices: ["none", "2g", "4g"] },
  eid: { about: "adult", isMany: false, choices: ["none", "level_1", "level_2"] },
  payment: { about: "adult", isMany: false, choices: YES_NO },
  health_book: { about: "adult", isMany: false, choices: YES_NO },
  signature: { about: "adult", isMany: false, choices: YES_NO },
  apps: { about: "adult", isMany: true, choices: ["none", "zalo", "public_service", "local_app"] },
  skill: { about: "adult", isMany: false, choices: ["0", "1", "2", "3"] },
  help: {
    about: "adult",
    isMany: true,
    choices: ["none", "eid", "payment", "health", "public_service", "selling", "safety"],
  },
} as const satisfies Record<string, Question>;

export type QuestionKey = keyof typeof QUESTIONS;
export type ChoiceOf<Key extends QuestionKey> = (typeof QUESTIONS)[Key]["choices"][number];

export function questionOf(key: QuestionKey): Question {
  return QUESTIONS[key];
}

export interface SurveyForm {
  readonly version: number;
  readonly household: readonly QuestionKey[];
  readonly adult: readonly QuestionKey[];
}

/** A round keeps the version it began with; another set of questions is another version. */
export const SURVEY_FORMS: readonly [SurveyForm, ...SurveyForm[]] = [
  {
    version: 1,
    household: ["network", "produces", "sells_online"],
    adult: ["phone", "sim", "eid", "payment", "skill"],
  },
  {
    version: 2,
    household: ["network", "devices", "produces", "sells_online", "young_helper"],
    adult: ["phone", "sim", "eid", "payment", "health_book", "signature", "apps", "skill", "help"],
  },
];

export function formOf(version: number): SurveyForm {
  const form = SURVEY_FORMS.find((each) => each.version === version);
  if (!form) throw new Error(`nobody wrote version ${version} of the survey`);
  return form;
}

export function newestForm(): SurveyForm {
  return SURVEY_FORMS.at(-1) ?? SURVEY_FORMS[0];
}
