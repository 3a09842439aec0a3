#!/usr/bin/env bash
# Whether the way out to Operaton, which goes on where Camunda 7.24 ends, is still short: copies the sources into target/,
# renames what Operaton renamed and compiles them against it. Says what does not compile; docs/adr/0001 says what that means.
# OPERATON names another version than the newest that the registry serves.
set -euo pipefail
cd "$(dirname "$0")/../.."
maven=$PWD/mvnw
tree=$PWD/target/operaton
rm -rf "$tree"
mkdir -p "$tree/classes"
cp -r src/main/java pom.xml "$tree"
cd "$tree"

# Packages, artifacts, and four names in the engine's code; its own copy of the expression language became the public one.
rename() {
    perl -pi -e '
        s/org\.camunda\b/org.operaton/g;
        s/\borg\.operaton\.bpm\.impl\.juel\.jakarta\.el\b/jakarta.el/g;
        s/\bCamunda(RestResources|BpmProperties)\b/Operaton$1/g;
        s/\bparseCamundaExtensionProperties\b/parseOperatonExtensionProperties/g;
        s/\bCAMUNDA_BPMN_EXTENSIONS_NS\b/OPERATON_BPMN_EXTENSIONS_NS/g;
        s/(<artifactId>)camunda-/$1operaton-/g;
    ' "$@"
}
find java -name '*.java' -print0 | xargs -0 grep -lZE 'camunda|CAMUNDA|Camunda' | xargs -0 bash -c "$(declare -f rename)"'; rename "$@"' rename
rename pom.xml

version=${OPERATON:-RELEASE}
if [ "$version" = RELEASE ]; then
    "$maven" -B -ntp -q dependency:get -Dartifact=org.operaton.bpm:operaton-bom:RELEASE:pom -Dtransitive=false >/dev/null 2>&1 || true
    version=$(sed -n 's:.*<release>\(.*\)</release>.*:\1:p' ~/.m2/repository/org/operaton/bpm/operaton-bom/maven-metadata-*.xml | tail -1)
fi
[ -n "$version" ] || { echo "operaton: no version is served here"; exit 1; }

# Spin's reading of JSON is not served for every version, the assertions of the tests not at all; main compiles without.
VERSION=$version perl -0pi -e '
    s{<camunda\.version>[^<]*}{<camunda.version>$ENV{VERSION}};
    s{\s*<dependency>(?:(?!</dependency>).)*<artifactId>operaton-(?:spin-dataformat-json-jackson|bpm-assert)</artifactId>.*?</dependency>}{}sg;
    s{(<artifactId>operaton-(?:bpm-spring-boot-starter-(?:webapp|rest)|engine-plugin-spin)</artifactId>(?:\s*<version>[^<]*</version>)?)}
     {$1<exclusions><exclusion><groupId>org.operaton.spin</groupId><artifactId>operaton-spin-dataformat-all</artifactId></exclusion><exclusion><groupId>org.operaton.spin</groupId><artifactId>operaton-spin-dataformat-json-jackson</artifactId></exclusion></exclusions>}gx;
' pom.xml

echo "operaton $version:"
"$maven" -B -ntp -q -f pom.xml dependency:build-classpath -DincludeScope=compile -Dmdep.outputFile=classpath >resolving.log 2>&1 \
    || { echo "  not everything that it needs is served, see $tree/resolving.log"; exit 1; }
if javac -nowarn -proc:none -parameters --release 17 -Xmaxerrs 1000 -d classes -cp "$(cat classpath)" $(find java -name '*.java') >compiling.log 2>&1; then
    echo "  all $(find java -name '*.java' | wc -l) sources compile after the renaming"
else
    sed -n 's#^java/com/athento/deployment/\(.*: error:.*\)#  \1#p' compiling.log | sort -u
    exit 1
fi
