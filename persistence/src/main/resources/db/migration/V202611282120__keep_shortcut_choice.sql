-- Single letters that act on a page can be switched off, by each person.

alter table person add column shortcuts boolean not null default true;
comment on column person.shortcuts is 'Whether single letters act on pages. Off for those who speak to their machine, or hit keys by mistake.';
