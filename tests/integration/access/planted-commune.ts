/** Everything of a commune that an address or a form can name. */
export interface PlantedCommune {
  readonly communeId: number;
  readonly name: string;
  /** Stands in every text of this commune, and nowhere else. */
  readonly canary: string;
  readonly villageId: number;
  readonly teamId: number;
  readonly memberId: string;
  readonly membershipId: string;
  readonly organisationId: string;
  readonly householdId: string;
  readonly batchId: string;
  readonly householdBatchId: string;
  readonly planId: string;
  readonly delegationId: string;
  readonly requestId: string;
  readonly photoId: string;
  readonly certificateId: string;
  readonly awardId: string;
  readonly campaignId: string;
  readonly pointId: string;
  readonly nominationId: string;
  readonly roundId: string;
  readonly productId: string;
  readonly placeId: string;
  readonly sessionId: string;
  readonly courseId: string;
  readonly trainingCertificateId: string;
  readonly materialId: string;
  readonly storyId: string;
  readonly initiativeId: string;
  readonly taskId: string;
  readonly fileId: string;
  readonly orderId: string;
  readonly partId: string;
  readonly difficultyId: string;
  readonly helpId: string;
  readonly inspectionId: string;
  readonly paperId: string;
  readonly reportId: string;
  readonly callId: string;
  readonly claimId: string;
  readonly exceptionId: string;
  readonly actId: string;
  readonly mergerId: string;
  readonly accountId: string;
}
