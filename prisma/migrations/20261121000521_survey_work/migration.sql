-- Scoring asks of every record of work which round of a survey it was taken for.
create unique index survey_form_work on survey_form (commune_id, claim_id) where claim_id is not null;
