-- Auditors withdraw a request that was a mistake, with a reason, instead of leaving it open until the engagement closes.
alter table audit_request add column withdrawal_reason text not null default '' check (length(withdrawal_reason) <= 1000);
comment on column audit_request.withdrawal_reason is 'Why the auditors took the request back; empty unless withdrawn.';
alter table audit_request drop constraint audit_request_state_check;
alter table audit_request add constraint audit_request_state_check
    check (state in ('OPEN', 'ANSWERED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'));
alter table audit_request drop constraint audit_request_answered;
alter table audit_request add constraint audit_request_answered check
    ((answered_at is null) = (answered_by_person_id is null) and (state in ('OPEN', 'WITHDRAWN') or answered_at is not null));
alter table audit_request add constraint audit_request_withdrawn_with_reason
    check ((state = 'WITHDRAWN') = (withdrawal_reason <> ''));
