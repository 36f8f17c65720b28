import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import type { SentencesOf } from "../rejections.ts";
import type { services as vi } from "../vi/services.ts";

export const services = {
  title: "Services, apps, channels",
  lead: "What the teams guide people to use. Members choose from this list when they log work.",
  pillars: {
    government: "Digital government",
    economy: "Digital economy",
    society: "Digital society",
    common: "Common to all",
  },
  kinds: { service: "Service", app: "App", channel: "Channel", platform: "Platform" },
  columns: { name: "Name", kind: "Kind", sector: "Sector", marks: "Notes", place: "Order" },
  inQuota: "Named in the plan",
  project06: "Project 06",
  noSector: "Not given",
  earlier: (name: string) => `Move ${name} up`,
  later: (name: string) => `Move ${name} down`,
  retired: "No longer in use",
  retiredLead: "Not offered for new work. Work logged with these stays as it is.",
  retiredFrom: (day: string) => `retired on ${day}`,
  none: "Nothing here yet.",
  add: "Add a service, app or channel",
  edit: "Edit",
  form: {
    name: "Name",
    nameHint: "As people call it. Renaming keeps the work that was logged.",
    kind: "Kind",
    pillar: "Pillar",
    sector: "Sector in charge",
    sectorHint: "Police, health, education…",
    inQuota: "Named in the plan as part of the quota",
    isProject06: "Part of Project 06",
    retiredOn: "Out of use from",
    retiredOnHint: "Leave empty while in use. Work done before this day can still be logged and counts.",
    save: "Save",
  },
  saved: "Saved.",
} satisfies typeof vi;

export const serviceRejections = {
  service_not_there: () => "The list has no such entry.",
  service_name_taken: ({ name }) => `There is “${name}” already. Choose another name, or edit that entry.`,
} satisfies SentencesOf<ServiceRefusal>;
