-- Whether the institution said something to an escalation, for those who see its state and clock and nothing of what was said.
alter table escalation add column context_at timestamptz;
comment on column escalation.context_at is 'When the institution last added to it.';
grant update (context_at) on escalation to sekisho_app;
