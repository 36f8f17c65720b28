-- Somebody who is erased stands in for nobody any more, in a commune that went over as well.
drop trigger commune_ended on delegation;
create trigger commune_ended before insert on delegation
  for each statement execute function tds_refuse_ended_commune();
