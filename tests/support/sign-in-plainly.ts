import type { Inhabitant } from "./inhabitants.ts";

/** Signs in over plain HTTP, as a browser without scripts does: the answer, and what to send as Cookie from then on. */
export async function signInPlainly(
  origin: string,
  { username, password }: Pick<Inhabitant, "username" | "password">,
): Promise<{ readonly status: number; readonly cookie: string }> {
  const answer = await fetch(`${origin}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ name: username, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return { status: answer.status, cookie };
}
