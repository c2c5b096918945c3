-- What packs hold of the operation of the installation, and of an organisation's own.

alter table vault_key add column made_at timestamptz;
comment on column vault_key.made_at is 'When the key was made; null where that was before the portal wrote it down.';

-- With a reach of their own; the query narrows it to the audited organisation.
create policy pack_collection_reads on role_assignment for select to sekisho_app using ((select borrows('pack-collection')));

-- Who led the log, from their first checkpoint to their last. Epochs only grow with the size, so that the last one of each is found by
-- doubling steps and halving them again, and a log of any length is read by its index.
create function log_leaders()
    returns table (epoch bigint, first_size bigint, first_signed_at timestamptz, last_size bigint, last_signed_at timestamptz)
    language plpgsql stable
    set search_path = sekisho, pg_temp
as $$
declare
    first trail_checkpoint%rowtype;
    last  trail_checkpoint%rowtype;
    next  trail_checkpoint%rowtype;
    step  bigint;
begin
    select c.* into first from trail_checkpoint c order by c.size limit 1;
    while found loop
        last := first;
        step := 1;
        loop
            select c.* into next from trail_checkpoint c where c.size >= last.size + step order by c.size limit 1;
            if found and next.epoch = first.epoch then
                last := next;
                step := step * 2;
            elsif step = 1 then
                exit;
            else
                step := step / 2;
            end if;
        end loop;
        epoch := first.epoch;
        first_size := first.size;
        first_signed_at := first.signed_at;
        last_size := last.size;
        last_signed_at := last.signed_at;
        return next;
        select c.* into first from trail_checkpoint c where c.size > last.size order by c.size limit 1;
    end loop;
end
$$;
comment on function log_leaders() is 'Each epoch of the log with its first and its last checkpoint.';
