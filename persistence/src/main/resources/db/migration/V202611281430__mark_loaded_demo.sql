-- A demo that was interrupted while it was loaded must not be taken for a whole one. Those there are were marked at their end.
alter table clock_setting add column loaded boolean not null default true;
alter table clock_setting alter column loaded drop default;
comment on column clock_setting.loaded is 'Whether the demo was loaded to its end; false while it is loaded, and for good where that was interrupted.';
