import { randomBytes } from "node:crypto";
import type { Tx } from "#app/platform/db/database.ts";
import { keepFile } from "#app/platform/files/file-store.server.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

interface TasksToPlant {
  readonly dataDir: string;
  readonly keys: Pick<KeyRing, "seal">;
  readonly communeId: number;
  readonly planId: string;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number;
  readonly askerId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

/** A task with a paper, an order, a difficulty, a resident's request, an inspection: each text carries the canary. */
export async function plantTasks(tx: Tx, wish: TasksToPlant) {
  const { communeId, planId, memberId, teamId, villageId, askerId, canary, now, newId } = wish;
  const ids = {
    taskId: newId(),
    fileId: newId(),
    orderId: newId(),
    partId: newId(),
    difficultyId: newId(),
    helpId: newId(),
    inspectionId: newId(),
    paperId: newId(),
  };
  const { taskId, fileId, orderId, partId, difficultyId, helpId, inspectionId, paperId } = ids;
  const sha256 = await keepFile(wish.dataDir, randomBytes(64), fileId);
  const by = { enteredBy: askerId, enteredAt: now };
  await tx.storedFile.createMany({
    data: [
      {
        communeId,
        id: fileId,
        sha256: new Uint8Array(Buffer.from(sha256, "hex")),
        kind: "pdf",
        name: `${canary}.pdf`,
        byteCount: 64,
        uploadedBy: askerId,
        uploadedAt: now,
      },
    ],
  });
  await tx.planTask.createMany({
    data: [
      {
        communeId,
        id: taskId,
        planId,
        content: canary,
        timeKind: "by",
        timeValue: "2026-12-01",
        lastDay: now,
        leadUnit: canary,
        ...by,
      },
    ],
  });
  await tx.planTaskReport.createMany({
    data: [
      {
        communeId,
        id: newId(),
        taskId,
        percent: 10,
        note: canary,
        fileId,
        reportedBy: askerId,
        reportedAt: now,
      },
    ],
  });
  await tx.planPaper.createMany({
    data: [
      {
        communeId,
        id: paperId,
        planId,
        fileId,
        number: canary.slice(0, 60),
        issuedOn: now,
        title: canary,
        folded: canary,
        ...by,
      },
    ],
  });
  await tx.workOrder.createMany({
    data: [
      {
        communeId,
        id: orderId,
        givenTo: "members",
        content: canary,
        detail: canary,
        issuedBy: askerId,
        issuedAt: now,
      },
    ],
  });
  await tx.workOrderPart.createMany({
    data: [{ communeId, id: partId, orderId, teamId, memberId, dueOn: now }],
  });
  await tx.difficulty.createMany({
    data: [
      {
        communeId,
        id: difficultyId,
        field: "network",
        content: canary,
        teamId,
        villageId,
        stage: "team",
        dueOn: now,
        state: "open",
        raisedBy: askerId,
        raisedAt: now,
      },
    ],
  });
  await tx.difficultyEvent.createMany({
    data: [
      {
        communeId,
        id: newId(),
        difficultyId,
        kind: "raised",
        stage: "team",
        note: canary,
        byAccount: askerId,
        at: now,
      },
    ],
  });
  const posterId = newId();
  await tx.helpPoster.createMany({
    data: [
      {
        communeId,
        id: posterId,
        villageId,
        code: `0123456789${String(communeId % 90).padStart(2, "0")}`,
        madeBy: askerId,
        madeAt: now,
      },
    ],
  });
  await tx.helpRequest.createMany({
    data: [
      {
        communeId,
        id: helpId,
        villageId,
        posterId,
        codeFingerprint: "0".repeat(64),
        needs: ["vneid"],
        nameCipher: wish.keys.seal(`commune:${communeId}:help`, canary),
        phoneCipher: wish.keys.seal(`commune:${communeId}:help`, "+84912345678"),
        consentedAt: now,
        arrivedAt: now,
        state: "waiting",
      },
    ],
  });
  await tx.inspection.createMany({
    data: [
      {
        communeId,
        id: inspectionId,
        villageId,
        inspectedOn: now,
        inspectors: canary,
        result: "good",
        findings: canary,
        ...by,
      },
    ],
  });
  return ids;
}
