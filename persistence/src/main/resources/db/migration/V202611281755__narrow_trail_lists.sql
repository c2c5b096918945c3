-- The policy of the trail is one long condition, which no index answers: whoever sees little of a large trail waited while all of it
-- was read. Lists say beforehand what of it can be theirs, in terms of indices; the policy still decides.

create index trail_event_of_freezes on trail_event (time desc, id desc) where subject_kind = 'freeze';

create function trail_reach() returns table (everything boolean, organisations uuid[], agreements uuid[])
    language sql stable
    return (reaches('trail') or reaches('agreement-trail') or reaches('administration-trail'),
            array(select acting_organisation() where reaches('own-trail')
                  union select e.responsible_party_id from engagement e where reaches('audits') and e.id = any (open_engagements())),
            array(select unnest(readable_agreements()) union select unnest(writable_agreements())
                  union select e.agreement_id from engagement e
                        where reaches('audits') and e.id = any (open_engagements()) and e.agreement_id is not null));
comment on function trail_reach() is 'Whose events the actor''s can be, besides the actor''s own and those of freezes: at least what the policy app_reads of trail_event shows.';
