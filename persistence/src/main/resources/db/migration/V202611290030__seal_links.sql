-- Without mail, the link of somebody at an organisation that has nobody to hand it over is sealed to the organisation's own key.

alter table organisation add column link_key text check (link_key ~ '^[A-Za-z0-9+/]+=*$' and length(link_key) <= 4000);
comment on column organisation.link_key is 'The public key to which one-time links are sealed; its other half is with the organisation only.';

alter table one_time_link drop constraint one_time_link_delivery_check;
alter table one_time_link add constraint one_time_link_delivery_check check (delivery in ('MAIL', 'ORGANISATION_ADMINISTRATOR', 'SEALED', 'CONSOLE'));
-- Those were printed where the server runs, for whoever reads its log.
update one_time_link set replaced_at = created_at, version = version + 1
where delivery = 'CONSOLE' and purpose <> 'FIRST_ADMINISTRATOR' and used_at is null and replaced_at is null;
