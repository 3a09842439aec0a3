#!/usr/bin/env bash
# Starts the packaged application with an archive of its classes, which spares the JVM most of the work of reading and
# checking them, and on a small heap that grows as it is needed:
#
#   start.sh type-4-deployment-1.0.0-SNAPSHOT.jar --spring.profiles.active=prod …
#
# The first start with a jar and a Java unpacks the one and makes the archive, in a folder beside it; later ones take
# them from there. What earlier jars left there is removed, unless a node still runs on it. Where no archive can be
# made, it says so once, and goes on without until the jar, the Java or the file that it names is another or gone.
# JAVA_OPTS are for the JVM; what they say goes before what is chosen here.
set -euo pipefail

jar=$(realpath "${1:?the packaged jar}")
shift
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
read -ra options <<<"${JAVA_OPTS:-}"
made_of=$({ cksum <"$jar"; "$java" -version; } 2>&1 | cksum | cut -d ' ' -f 1)
all=${jar%.jar}.start
home=$all/$made_of
failed=$all/$made_of.failed

# The JVM begins with a 64th of the machine's memory otherwise, and fills that before it collects anything.
memory=(-Xms128m)
# For so small a heap, unless another collector is named: two are an error.
[[ " ${options[*]} ${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-} " =~ " -XX:+Use"[A-Za-z0-9]*"GC " ]] \
    || memory+=(-XX:+UseSerialGC)
# At the address for which it was made, pages of the archive stay those of the file; elsewhere each is written to.
in_place=(-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0)

# Under another name until it is whole.
unpack() {
    "$java" -Djarmode=tools -jar "$jar" extract --force --destination "$home.half" --application-filename application.jar \
        && mv -T "$home.half" "$home"
}

# Goes as far as the first answer, with the demo's data in memory, and ends. No variable and no file of whoever starts
# it reaches it: it must not meet anybody's data.
archive() (
    nowhere=$(mktemp -d) && cd "$nowhere" || exit 1
    timeout 600 env -i PATH="$PATH" HOME="$nowhere" "$java" -XX:ArchiveClassesAtExit="$home/classes.half" -Xlog:disable \
        -Xms128m -XX:+UseSerialGC "${in_place[@]}" -jar "$home/application.jar" \
        --spring.profiles.active=demo --spring.datasource.url=jdbc:h2:mem:training \
        --server.address=127.0.0.1 --server.port=0 --logging.level.root=warn \
        --logging.level.com.athento.deployment.Type4Deployment=info \
        --logging.level.org.springframework.boot.web.embedded.tomcat=info >log 2>&1 &
    training=$!
    trap 'kill "$training" 2>/dev/null || true; cat log; rm -rf "$nowhere"' EXIT
    until grep -q 'Started [A-Za-z0-9]* in ' log; do
        kill -0 "$training" && sleep 0.3 || exit 1
    done
    { printf 'GET /actuator/health HTTP/1.0\r\n\r\n' >&3 && cat <&3; } \
        3<>"/dev/tcp/127.0.0.1/$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' log)"
    kill "$training" && wait "$training"
    mv "$home/classes.half" "$home/classes.jsa"
)

# One at a time, since two may start at once. Whoever runs on a folder holds its lock, so that it stays.
prepare() (
    flock 8
    for old in "$all"/*; do
        [[ ! -e $old || $old == "$home" || $old == "$failed" ]] || flock --nonblock "$old" rm -rf "$old"
    done
    [ ! -e "$failed" ] || exit 1
    if { [ -d "$home" ] || unpack; } && { [ -f "$home/classes.jsa" ] || archive; }; then
        rm "$home.log"
        exit
    fi >"$home.log" 2>&1
    mv "$home.log" "$failed"
    echo "No archive of the classes could be made; starting without, until $failed is removed, which says why" >&2
    exit 1
) 8<"$all"

if [ -f "$home/classes.jsa" ] || { mkdir -p "$all" && prepare; }; then
    exec 9<"$home"
    flock --shared 9
    exec "$java" -XX:SharedArchiveFile="$home/classes.jsa" "${in_place[@]}" "${memory[@]}" "${options[@]}" \
        -jar "$home/application.jar" "$@"
fi
exec "$java" "${memory[@]}" "${options[@]}" -jar "$jar" "$@"
