-- Whether somebody wrote or decided is asked for every row of their queue: by a function, once planned, and not through the policies of votes.

create function has_decided_or_written(chain uuid) returns boolean
    language plpgsql stable security definer
    set search_path = sekisho, pg_temp
as $$
declare
    me uuid := acting_person();
begin
    return exists (select from review_author w where w.chain_id = chain and w.person_id = me)
        or exists (select from review_vote v where v.chain_id = chain and v.person_id = me);
end
$$;
comment on function has_decided_or_written(uuid) is 'Whether the actor wrote what a review is of, or has voted in it. Of others it tells nothing.';

grant create on schema sekisho to sekisho_lookup;
alter function has_decided_or_written(uuid) owner to sekisho_lookup;
revoke create on schema sekisho from sekisho_lookup;
revoke all on function has_decided_or_written(uuid) from public;
grant execute on function has_decided_or_written(uuid) to sekisho_app;
grant select on review_author to sekisho_lookup;
create policy lookup_reads on review_author for select to sekisho_lookup using (true);
