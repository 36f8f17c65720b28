import type { ActRefusal } from "#app/domain/access/two-person-act.ts";
import type { PhoneRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import type { AccountRefusal } from "#app/domain/accounts/refusals.ts";
import type { ClaimRefusal, ClaimWordRefusal } from "#app/domain/activity/claim-refusals.ts";
import type { SchemeRefusal } from "#app/domain/activity/judge-scheme.ts";
import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import type { ActorRefusal } from "#app/domain/actors/actor.ts";
import type { LookRefusal } from "#app/domain/audits/may-look.ts";
import type { AwardRefusal } from "#app/domain/awards/award-refusals.ts";
import type { BadgeRefusal } from "#app/domain/badges/judge-badge.ts";
import type { CutoffRefusal } from "#app/domain/calendar/cutoff.ts";
import type { CampaignRefusal } from "#app/domain/campaigns/judge-campaign.ts";
import type { PointRefusal } from "#app/domain/campaigns/mobile-point.ts";
import type { CarriedOverRefusal } from "#app/domain/carried-over/carried-over-refusals.ts";
import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import type { ContactRefusal } from "#app/domain/contacts/contact.ts";
import type { CouncilRefusal } from "#app/domain/council/council-refusals.ts";
import type { DifficultyRefusal } from "#app/domain/difficulties/difficulty.ts";
import type { FileRefusal } from "#app/domain/files/stored-file.ts";
import type { WalkRefusal } from "#app/domain/gap-walks/gap.ts";
import type { HelpRefusal } from "#app/domain/help/help-request.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import type { InitiativeRefusal } from "#app/domain/initiatives/initiative.ts";
import type { InspectionRefusal } from "#app/domain/inspections/inspection.ts";
import type { MaterialRefusal } from "#app/domain/materials/material.ts";
import type { MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import type { MonthRefusal } from "#app/domain/months/objection.ts";
import type { PushRefusal } from "#app/domain/notices/push-endpoint.ts";
import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import type { OrderRefusal } from "#app/domain/orders/order.ts";
import type { PersonalDataRefusal } from "#app/domain/people/consent.ts";
import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import type { OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import type { PlanVersionRefusal } from "#app/domain/plan/plan-version.ts";
import type { PlanPaperRefusal } from "#app/domain/plan-papers/plan-paper.ts";
import type { PlanTaskRefusal } from "#app/domain/plan-tasks/plan-task.ts";
import type { LedgerRefusal } from "#app/domain/points/decision.ts";
import type { ProductRefusal } from "#app/domain/products/product.ts";
import type { PublicationRefusal } from "#app/domain/publication/tv-code.ts";
import type { FormRefusal } from "#app/domain/report-forms/form-mapping.ts";
import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import type { RegulationRefusal } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import type { UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import type { VillageLineRefusal } from "#app/domain/roster/village-line.ts";
import type { CommentRefusal } from "#app/domain/self-assessment/comment.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import type { SupportRefusal } from "#app/domain/support/support.ts";
import type { SurveyRefusal } from "#app/domain/survey/round.ts";
import type { TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import type { TargetDetailRefusal, ToldFigureRefusal } from "#app/domain/targets/detail.ts";
import type { TeamPlanRefusal } from "#app/domain/targets/team-plan.ts";
import type { TextRefusal } from "#app/domain/text/clean-text.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import type { UpperTierRefusal } from "#app/domain/upper-tier/upper-unit.ts";
import type { VenueRefusal } from "#app/domain/venues/venue.ts";
import type { CorrectionRefusal } from "#app/domain/verification/correction.ts";
import type { CriteriaRefusal } from "#app/domain/year/criteria-refusals.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import type { PublicationYearRefusal } from "#app/domain/year-publication/posting.ts";
import type { ZaloRefusal } from "#app/domain/zalo/group-name.ts";
import type { Terms } from "./terms.ts";

/** What can be wrong with one field of a form, whatever the form. */
export type FieldRefusal =
  | { readonly code: "required" }
  | { readonly code: "not_chosen" }
  | { readonly code: "too_short"; readonly minimum: number }
  | { readonly code: "too_long"; readonly maximum: number }
  | { readonly code: "too_small"; readonly minimum: number }
  | { readonly code: "too_large"; readonly maximum: number }
  | { readonly code: "not_a_number" }
  | { readonly code: "not_a_date" }
  | { readonly code: "not_readable" }
  | { readonly code: "not_valid" };

/**
 * Every refusal the house can give. An area of the domain exports its own union of `{code, ...facts}` and
 * adds it here; the catalogues then fail to compile until each code has its sentence in each language.
 */
export type Rejection =
  | FieldRefusal
  | CampaignRefusal
  | PointRefusal
  | CertificateRefusal
  | PushRefusal
  | TextRefusal
  | AccountRefusal
  | PhoneRefusal
  | SetupRefusal
  | RosterRefusal
  | OwnHouseholdRefusal
  | ImportRefusal
  | ClaimRefusal
  | ClaimWordRefusal
  | PhotoRefusal
  | CarriedOverRefusal
  | HouseholdRefusal
  | ContactRefusal
  | InspectionRefusal
  | AwardRefusal
  | CommentRefusal
  | CouncilRefusal
  | CriteriaRefusal
  | DifficultyRefusal
  | HelpRefusal
  | OfflineRefusal
  | OrderRefusal
  | PlanPaperRefusal
  | FileRefusal
  | ActorRefusal
  | FormRefusal
  | ReportRefusal
  | TargetRefusal
  | TargetDetailRefusal
  | ToldFigureRefusal
  | TeamPlanRefusal
  | VenueRefusal
  | VillageLineRefusal
  | RegulationRefusal
  | CutoffRefusal
  | ActRefusal
  | UnitChangeRefusal
  | MergerRefusal
  | UpperTierRefusal
  | PlanVersionRefusal
  | PlanTaskRefusal
  | MonthRefusal
  | PersonalDataRefusal
  | LedgerRefusal
  | SchemeRefusal
  | BadgeRefusal
  | LookRefusal
  | ServiceRefusal
  | PublicationRefusal
  | CorrectionRefusal
  | WalkRefusal
  | ProductRefusal
  | SurveyRefusal
  | InitiativeRefusal
  | StoryRefusal
  | SupportRefusal
  | PublicationYearRefusal
  | YearPaperRefusal
  | ZaloRefusal
  | TitleRefusal
  | MaterialRefusal
  | ReviewRefusal
  | TrainingRefusal;

export type RejectionCode = Rejection["code"];

export type RejectionFacts<Code extends RejectionCode> = Extract<Rejection, { code: Code }>;

/** A sentence for each code of a union: an area keeps its own in a file of its own. */
export type SentencesOf<Refusal extends { readonly code: string }> = {
  readonly [Code in Refusal["code"]]: (facts: Extract<Refusal, { code: Code }>, terms: Terms) => string;
};

export type RejectionSentences = SentencesOf<Rejection>;

/** The sentence of one refusal, formed last: only here do facts become words. */
export function sayRejection(sentences: RejectionSentences, rejection: Rejection, terms: Terms): string {
  const say = sentences[rejection.code] as (facts: Rejection, terms: Terms) => string;
  return say(rejection, terms);
}
