-- A43: whoever joins a team for a campaign says for which one. A register of campaigns may come to stand behind it.
alter table membership
  add column campaign_name text check (char_length(campaign_name) between 2 and 160),
  add constraint membership_campaign_named check (campaign_name is null or source = 'campaign');
