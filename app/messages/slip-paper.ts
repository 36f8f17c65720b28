import { makeFormat } from "./format.ts";
import { enrolment } from "./vi/enrolment.ts";

interface SlipOnPaper {
  readonly opens: "phone" | "password";
  readonly link: string;
  readonly username: string;
  readonly expiresAt: Date;
}

const { slips: words, teamSlips } = enrolment;
const format = makeFormat("vi");

/** Paper goes to the villages in Vietnamese, whatever language the officer's own screen speaks. */
export const slipPaper = {
  title: teamSlips.title,
  kindOf: ({ opens }: SlipOnPaper) => (opens === "phone" ? words.opensPhone : words.opensPassword),
  stepsOf: ({ opens, link }: SlipOnPaper) => {
    const { host, pathname } = new URL(link);
    return [
      words.stepScan,
      words.stepType(host + pathname),
      opens === "phone" ? words.stepPhone : words.stepPassword,
    ];
  },
  usernameOf: ({ username }: SlipOnPaper) => words.username(username),
  untilOf: ({ expiresAt }: SlipOnPaper) => words.until(format.moment(expiresAt.getTime())),
};
