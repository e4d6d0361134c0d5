# A PostgreSQL and a Redis of our own, on spare ports, in a folder that goes when they stop. Sourced by bin/ci.

spare_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

as_postgres() {  # PostgreSQL refuses to run as root
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_services() {
    services=$(mktemp -d) && chmod 755 "$services"
    postgres_bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
    local port redis_port; port=$(spare_port); redis_port=$(spare_port)
    mkdir "$services/postgres"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$services/postgres"; fi
    as_postgres "$postgres_bin/initdb" --auth=trust --username=roundel --encoding=UTF8 --no-sync -D "$services/postgres/data" >/dev/null
    as_postgres "$postgres_bin/pg_ctl" -D "$services/postgres/data" -w -l "$services/postgres/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300" start >/dev/null
    redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --dir "$services" --daemonize yes \
        --pidfile "$services/redis.pid" --logfile "$services/redis.log" >/dev/null
    export TEST_DATABASE_URL="postgres://roundel@127.0.0.1:$port/postgres" REDIS_URL="redis://127.0.0.1:$redis_port/0"
}

stop_services() {
    if [ -z "${services:-}" ]; then return; fi
    as_postgres "$postgres_bin/pg_ctl" -D "$services/postgres/data" -m immediate stop >/dev/null || true
    kill "$(cat "$services/redis.pid")" || true
    rm -rf "$services"
}
