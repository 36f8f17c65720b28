import { notFound } from "#app/features/accounts/answer-refusal.server.ts";

/** A public fact for programs anywhere; it may be an old one for some minutes. */
export function answerJson(fact: object | null): Response {
  if (fact === null) throw notFound();
  return Response.json(fact, {
    headers: { "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" },
  });
}
