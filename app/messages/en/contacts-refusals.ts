import type { ContactRefusal } from "#app/domain/contacts/contact.ts";
import type { SentencesOf } from "../rejections.ts";

export const contactRejections = {
  contact_phone_not_valid: () => "Enter a mobile or fixed number, such as 0912 345 678 or 0209 3825 123.",
  contacts_full: ({ maximum }) =>
    `${maximum} contact persons at most. Remove one who is no longer in charge.`,
  contact_gone: () => "This contact person was removed. Load the page again.",
} satisfies SentencesOf<ContactRefusal>;
