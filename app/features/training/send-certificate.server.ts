import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import type { FileRefusal } from "#app/domain/files/stored-file.ts";
import { makeId } from "#app/domain/ids.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { certificateSchema } from "./training.schema.ts";

export type CertificateAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  /** No such course, or nobody of the roster. */
  | null;

/** G02: the member's own certificate: a picture, a PDF, a link, or several of them. */
export async function sendCertificate(
  caller: Caller,
  courseId: string,
  fields: FormData,
): Promise<CertificateAnswer> {
  if (!(await isCourse(caller, courseId))) return null;
  const form = await readForm(fields, certificateSchema);
  if (!form.ok) return form;
  const { id, completedOn, link = null } = form.value;
  const fail = (problems: Readonly<Record<string, Rejection>>) =>
    ({ ok: false, problems: problems as FormProblems, values: form.values }) as const;
  if (completedOn > caller.today)
    return fail({ completedOn: { code: "completed_in_future", today: caller.today } });
  const proof = await takeProof(caller, fields.get("proof"));
  if (!proof.ok) return fail({ proof: bare(proof) });
  if (proof.value.photoId === null && proof.value.fileId === null && link === null)
    return fail({ proof: { code: "certificate_proof_missing" } });
  const verdict = await inRoster(
    caller,
    "training.send-certificate",
    async (tx, { communeId, actorId, now }): Promise<Verdict<null, SendRefusal>> => {
      const member = await tx.member.findFirst({
        where: { communeId, accountId: actorId },
        select: { id: true },
      });
      const course = await tx.trainingCourse.findUnique({
        where: { communeId_id: { communeId, id: courseId } },
        select: { closedOn: true },
      });
      if (!member || !course) return refused({ code: "not_permitted" });
      if (course.closedOn !== null) return refused({ code: "course_closed" });
      const sent = await tx.trainingCertificate.findMany({
        where: { communeId, courseId, memberId: member.id, OR: [{ state: { not: "returned" } }, { id }] },
        select: { id: true },
      });
      if (sent.some((each) => each.id === id)) return allowed(null);
      if (sent.length > 0) return refused({ code: "certificate_there_already" });
      await tx.trainingCertificate.createMany({
        data: [
          {
            communeId,
            id,
            courseId,
            memberId: member.id,
            completedOn: toDatabaseDay(completedOn),
            link,
            ...proof.value,
            state: "sent",
            sentBy: actorId,
            sentAt: now,
          },
        ],
      });
      return allowed(null);
    },
  );
  if (verdict.ok) return verdict;
  return verdict.code === "not_permitted" ? null : fail({ form: bare(verdict) });
}

async function isCourse(caller: Caller, id: string): Promise<boolean> {
  const scope = caller.scope("training.find-course");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => (await tx.trainingCourse.count({ where: { communeId, id } })) > 0,
  );
}

type SendRefusal =
  | Extract<TrainingRefusal, { code: "course_closed" | "certificate_there_already" }>
  | { readonly code: "not_permitted" };

export interface Proof {
  readonly photoId: string | null;
  readonly fileId: string | null;
}

/** A PDF is kept as it is; everything else must be a picture, and is drawn anew. */
export async function takeProof(
  caller: Caller,
  file: FormDataEntryValue | null,
): Promise<Verdict<Proof, PhotoRefusal | FileRefusal>> {
  if (!(file instanceof Blob) || file.size === 0) return allowed({ photoId: null, fileId: null });
  const id = makeId(caller.now.getTime(), caller.platform.random.bytes(10));
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  if (String.fromCharCode(...head) === "%PDF-") {
    const stored = await storeFile(caller, { id, file });
    return stored.ok ? allowed({ photoId: null, fileId: stored.value.fileId }) : stored;
  }
  const photo = await uploadPhoto(caller, { id, bytes: new Uint8Array(await file.arrayBuffer()) });
  return photo.ok ? allowed({ photoId: photo.value.photoId, fileId: null }) : photo;
}

function bare({ ok: _, ...rejection }: { readonly ok: false } & Rejection): Rejection {
  return rejection as Rejection;
}
