import type { Catalogue } from "../catalogue.ts";
import { activityLog as log } from "./activity-log.ts";
import { activityPoints as points } from "./activity-points.ts";
import { activityRecord as record } from "./activity-record.ts";
import { priorities } from "./household-priorities.ts";

export const activity: Catalogue["activity"] = {
  pillars: {
    government: "Digital government",
    economy: "Digital economy",
    society: "Digital society",
    common: "Ways of working",
  },
  modes: {
    home_visit: "House to house",
    hands_on: "Hands-on",
    meeting: "At a meeting",
    online_group: "Zalo group, social network",
    mobile_point: "Mobile help point",
    one_stop_counter: "One-stop counter",
    class: "Class",
    broadcast: "Broadcast, articles",
  },
  outcomes: { knows: "Knows of it", with_help: "Can, with help", proficient: "Fluent" },
  audiences: {
    residents: "Residents",
    households: "Households",
    business: "Businesses",
    cooperative: "Cooperatives",
    organisation: "Organisations",
    parents: "Parents of pupils",
  },
  groups: {
    elderly: "Elderly",
    disabled: "Disabled",
    ethnic_minority: "Ethnic minority",
    poor_household: "Poor or near-poor household",
    remote: "Remote area",
    manual_worker: "Manual worker",
  },
  priorities,
  checks: {
    stall_opened: "Opened the shop",
    photos_posted: "Posted photos",
    advertised: "Advertised",
    orders_taken: "Took orders",
    orders_packed: "Packed and delivered",
    quality_committed: "Committed to quality",
    payment_account: "Has an account to be paid",
  },
  parts: { claimant: "Logged by", helper: "Helped", teacher: "Taught" },
  stages: { piloted: "Piloted", recognised: "Recognised" },
  states: {
    submitted: "Waiting",
    returned: "Returned",
    withdrawn: "Withdrawn",
    verified: "Verified",
    rejected: "Not verified",
    reversed: "Reversed after verification",
  },
  pointsUnit: "points",
  visits: (count) => `${count} visits`,
  minutes: (count) => `${count} min`,
  person: (slot) => `Person ${slot}`,
  household: (code, head) => `${code} · ${head}`,
  wholeHousehold: "The whole household",
  today: "Today",
  yesterday: "Yesterday",
  log,
  record,
  points,
};
