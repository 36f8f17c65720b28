-- D07: a model the commune holds up as an example ("mô hình điểm"), whatever stage it is at.
alter table digital_model add column is_example boolean not null default false;
