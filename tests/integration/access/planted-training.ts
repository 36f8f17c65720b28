import type { Tx } from "#app/platform/db/database.ts";

interface TrainingToPlant {
  readonly communeId: number;
  readonly memberId: string;
  readonly teamId: number;
  readonly askerId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

/** A session somebody came to, a course with a certificate that waits, and a material, each with the canary. */
export async function plantTraining(
  tx: Tx,
  { communeId, memberId, teamId, askerId, canary, now, newId }: TrainingToPlant,
): Promise<{ sessionId: string; courseId: string; trainingCertificateId: string; materialId: string }> {
  const [sessionId, courseId, trainingCertificateId, materialId] = [newId(), newId(), newId(), newId()];
  const entered = { enteredBy: askerId, enteredAt: now };
  await tx.trainingTopic.create({
    data: { communeId, key: `own-${newId()}`, name: canary, ...entered },
    select: { key: true },
  });
  await tx.trainingSession.create({
    data: {
      communeId,
      id: sessionId,
      title: canary,
      topics: ["public-services"],
      mode: "in_person",
      place: canary,
      heldOn: now,
      startsAt: 480,
      minutes: 120,
      isMandatory: true,
      ...entered,
    },
    select: { id: true },
  });
  await tx.trainingSessionTeam.create({ data: { communeId, sessionId, teamId }, select: { teamId: true } });
  await tx.trainingAttendance.create({
    data: {
      communeId,
      sessionId,
      memberId,
      state: "asked",
      way: "own",
      reason: canary,
      recordedBy: askerId,
      recordedAt: now,
    },
    select: { memberId: true },
  });
  await tx.trainingCourse.create({
    data: {
      communeId,
      id: courseId,
      title: canary,
      provider: canary,
      topics: ["pedagogy"],
      isMandatory: true,
      ...entered,
    },
    select: { id: true },
  });
  await tx.trainingCertificate.create({
    data: {
      communeId,
      id: trainingCertificateId,
      courseId,
      memberId,
      completedOn: now,
      link: `https://hoc.example/${canary}`,
      state: "sent",
      sentBy: askerId,
      sentAt: now,
    },
    select: { id: true },
  });
  await tx.material.create({
    data: {
      communeId,
      id: materialId,
      title: canary,
      kind: "guide",
      field: "general",
      source: canary,
      issuedOn: now,
      isPlain: true,
      isLargeType: false,
      link: `https://hoc.example/${canary}`,
      search: canary,
      state: "shown",
      isPublic: false,
      ...entered,
    },
    select: { id: true },
  });
  return { sessionId, courseId, trainingCertificateId, materialId };
}
