import { data, redirect } from "@remix-run/node";
import type { FormProblems, FormValues } from "#app/features/forms/read-form.server.ts";

const NO_PART_OF_ADDRESSES = /[^\x21-\x7e]+/g;

/** On to the next page, with the cookies of what was just proved. A path may carry what somebody typed. */
export function goOn(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  const location = path.replaceAll(NO_PART_OF_ADDRESSES, encodeURIComponent);
  return redirect(location, { status: 303, headers });
}

/** Back to the form: what is wrong, and what was typed. Too many tries also tell a program when to come back. */
export function askAgain(problems: FormProblems, values: FormValues = {}) {
  const wait = Object.values(problems).find((problem) => problem?.code === "try_later");
  return wait?.code === "try_later"
    ? data({ problems, values }, { status: 429, headers: { "Retry-After": String(wait.seconds) } })
    : data({ problems, values }, { status: 422 });
}
