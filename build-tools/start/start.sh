#!/usr/bin/env bash
# Starts the packaged application with an archive of its classes, which spares the JVM most of the work of reading and
# checking them:
#
#   start.sh type-4-deployment-1.0.0-SNAPSHOT.jar --spring.profiles.active=prod …
#
# The first start with a jar and a Java unpacks the one and makes the archive, in a folder beside it; later ones take
# them from there, and it may be removed at any time that none runs. JAVA_OPTS are for the JVM. Where no archive can be
# made, it starts without.
set -euo pipefail

jar=$(realpath "${1:?the packaged jar}")
shift
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra options <<<"${JAVA_OPTS:-}"
made_of=$({ cksum <"$jar"; "$java" -version; } 2>&1 | cksum | cut -d ' ' -f 1)
home=${jar%.jar}.start/$made_of

# Under another name until it is whole: two may start at once.
unpack() {
    mkdir -p "${home%/*}" && half=$(mktemp -d "$home.XXXXXX") && chmod 755 "$half" \
        && "$java" -Djarmode=tools -jar "$jar" extract --force --destination "$half" --application-filename application.jar \
        && { mv -T "$half" "$home" || { rm -rf "$half" && [ -d "$home" ]; }; }
}

# Goes as far as the application could start, on a database in memory, and ends. No variable and no file of whoever
# starts it reaches it: it must not meet anybody's data.
archive() (
    nowhere=$(mktemp -d)
    trap 'rm -rf "$nowhere" "$home/classes.jsa.$$"' EXIT
    cd "$nowhere"
    env -i PATH="$PATH" HOME="$nowhere" "$java" -XX:ArchiveClassesAtExit="$home/classes.jsa.$$" -Xlog:disable \
        -Dspring.context.exit=onRefresh -jar "$home/application.jar" \
        --spring.profiles.active=training --spring.datasource.url=jdbc:h2:mem:training --spring.mail.host=127.0.0.1 \
        --deployment.mail.allow-plain=true --server.address=127.0.0.1 --server.port=0 --logging.level.root=warn >&2 \
        && mv "$home/classes.jsa.$$" "$home/classes.jsa"
)

if { [ -d "$home" ] || unpack; } && { [ -f "$home/classes.jsa" ] || archive; }; then
    exec "$java" -XX:SharedArchiveFile="$home/classes.jsa" "${options[@]}" -jar "$home/application.jar" "$@"
fi
echo "No archive of the classes could be made in $home; starting without" >&2
exec "$java" "${options[@]}" -jar "$jar" "$@"
