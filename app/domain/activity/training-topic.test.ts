import { describe, expect, it } from "vitest";
import { PROPOSED } from "#tests/support/work-samples.ts";
import { kindOf } from "./scheme.ts";
import { TRAINING_TOPICS, untrainedHint } from "./training-topic.ts";

describe("the hint to somebody who was not trained for a kind of work", () => {
  const kind = kindOf(PROPOSED, "digital-signature") ?? { topics: [] };

  it("is silent while nothing is known of their training, and where a kind asks for none", () => {
    expect(untrainedHint(kind, null)).toBeNull();
    expect(untrainedHint({ topics: [] }, new Set())).toBeNull();
  });

  it("names the topics when they attended none of them", () => {
    expect(untrainedHint(kind, new Set(["e-payment"]))).toEqual({ topics: ["digital-signature"] });
    expect(untrainedHint(kind, new Set(["digital-signature"]))).toBeNull();
  });

  it("speaks of topics the house knows", () => {
    const named = new Set(PROPOSED.activities.flatMap(({ topics }) => topics));
    for (const topic of named) expect(TRAINING_TOPICS).toContain(topic);
  });
});
