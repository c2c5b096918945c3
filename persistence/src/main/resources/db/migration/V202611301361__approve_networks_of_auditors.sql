-- Packs are handed over into the auditors' approved environment.

alter table engagement add column auditor_networks text not null default '';
comment on column engagement.auditor_networks is 'From which networks packs are downloaded, in CIDR notation, separated by commas; from any where it is empty.';
