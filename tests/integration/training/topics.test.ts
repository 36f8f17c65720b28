import { describe, expect, it } from "vitest";
import * as topics from "#app/routes/office/training-topics.tsx";
import { testOffice } from "../communes/office.ts";
import { makeTrainingTeam } from "./trainers.ts";

const office = testOffice();

describe("a topic of the commune's own", () => {
  it("G04: is written once when two people send the same name at the same moment, and the other is told", async () => {
    const { desk, commune } = await makeTrainingTeam(office);
    const send = () =>
      desk.post(topics.action, "/van-phong/tap-huan/chu-de", { name: "Bán hàng trực tuyến" });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422]);
    const refusal = answers.find(({ status }) => status === 422)?.body;
    expect(refusal.problems.name).toEqual({ code: "training_topic_taken", name: "Bán hàng trực tuyến" });
    const { rows } = await office.db.superuser.query(
      "select count(*)::int as topics from training_topic where commune_id = $1",
      [commune.communeId],
    );
    expect(rows).toEqual([{ topics: 1 }]);
  });
});
