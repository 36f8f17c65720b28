-- Papers of certificates and materials lie in the one store of files.
alter table training_certificate
  add foreign key (commune_id, file_id) references stored_file (commune_id, id);
alter table material
  add foreign key (commune_id, file_id) references stored_file (commune_id, id);
