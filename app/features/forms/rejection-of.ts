import type { z } from "zod";
import type { Rejection } from "#app/messages/rejections.ts";

/** The code of one complaint of zod. Fields of the house bring their own; zod's stock checks are translated. */
export function rejectionOf(issue: z.core.$ZodIssue, wasGiven: boolean): Rejection {
  switch (issue.code) {
    case "custom":
      return (issue.params?.rejection as Rejection | undefined) ?? { code: "not_valid" };
    case "invalid_type":
      return { code: wasGiven ? "not_valid" : "required" };
    case "invalid_value":
    case "invalid_union":
      return { code: "not_chosen" };
    case "too_small":
      return tooLittle(issue.origin, Number(issue.minimum));
    case "too_big":
      return issue.origin === "string"
        ? { code: "too_long", maximum: Number(issue.maximum) }
        : { code: "too_large", maximum: Number(issue.maximum) };
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
      return { code: "not_valid" };
  }
}

function tooLittle(origin: string, minimum: number): Rejection {
  if (origin === "array" || origin === "set") return { code: "not_chosen" };
  return origin === "string" ? { code: "too_short", minimum } : { code: "too_small", minimum };
}
