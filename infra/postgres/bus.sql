-- The bus: what every service publishes after it has committed. Ids only. Any part of it can be rebuilt from the outboxes.
create table bus_head (one boolean primary key default true check (one), position bigint not null);
insert into bus_head (position) values (0);

create table bus_event (
  position bigint primary key,
  event_id uuid not null unique,
  topic text not null,
  stream text not null,
  seq bigint not null,
  producer text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  published_at timestamptz not null default clock_timestamp()
);
create index bus_event_stream on bus_event (stream, seq);
create index bus_event_topic on bus_event (topic, position);
create index bus_event_age on bus_event (published_at);

-- A producer's heartbeat says: all that was committed before it has been published.
create table bus_producer (name text primary key, heartbeat_at timestamptz not null);
-- How far a consumer has come. Durable ones hold back pruning; a gateway comes and goes.
create table bus_consumer (name text primary key, role text not null default current_user, durable boolean not null, position bigint not null, heartbeat_at timestamptz not null);

-- One-time tickets with which a browser opens its WebSocket (60 s). Only the hash is kept.
create table socket_ticket (hash bytea primary key, claims text not null, expires_at timestamptz not null);

alter table bus_event enable row level security;
alter table bus_producer enable row level security;
create policy read_all on bus_event for select using (true);
create policy write_own on bus_event for insert with check (current_user = 'heya_' || producer);
create policy prune_own on bus_event for delete using (current_user = 'heya_' || producer);
create policy read_all on bus_producer for select using (true);
create policy write_own on bus_producer for all using (current_user = 'heya_' || name) with check (current_user = 'heya_' || name);
alter table bus_consumer enable row level security;
create policy read_all on bus_consumer for select using (true);
create policy write_own on bus_consumer for all using (role = current_user) with check (role = current_user);
