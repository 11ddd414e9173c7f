# Finds a JDK 25 and exports JAVA_HOME. Sourced by mvnw and provgate; any POSIX shell will do.
# A JDK is judged by its `release` file, so that looking costs no start of Java.
# When there is none it says so on standard error and ends the shell with 2.

provgate_java_feature=25

# $1: a folder. True when it holds a JDK (a compiler, not just a runtime) of the wanted feature version.
provgate_is_jdk() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r provgate_key provgate_value || [ -n "$provgate_key" ]; do
    case "$provgate_key=$provgate_value" in
    "JAVA_VERSION=\"$provgate_java_feature\""* | "JAVA_VERSION=\"$provgate_java_feature"[.+-]*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# $1: a command on PATH. Prints the JDK folder that its links lead to.
provgate_home_of() {
  provgate_target=$(command -v "$1" 2>/dev/null) || return 1
  provgate_hops=0
  while [ -h "$provgate_target" ] && [ "$provgate_hops" -lt 40 ]; do
    provgate_link=$(readlink "$provgate_target") || return 1
    case "$provgate_link" in
    /*) provgate_target=$provgate_link ;;
    *) provgate_target=${provgate_target%/*}/$provgate_link ;;
    esac
    provgate_hops=$((provgate_hops + 1))
  done
  (cd -P "${provgate_target%/*}/.." 2>/dev/null && pwd -P)
}

# Prints the first JDK among the arguments; of several in one place, the last by name, which is mostly the newest.
provgate_pick() {
  provgate_picked=
  for provgate_candidate in "$@"; do
    ! provgate_is_jdk "$provgate_candidate" || provgate_picked=$provgate_candidate
  done
  [ -n "$provgate_picked" ] && printf '%s\n' "$provgate_picked"
}

# Prints the JDK to use. Runs in a subshell of its own, so it may change the shell's options.
provgate_search() {
  set +fu
  for provgate_place in "$JAVA_HOME" "$PROVGATE_JAVA_HOME" "$(provgate_home_of javac)" "$(provgate_home_of java)"; do
    [ -n "$provgate_place" ] && provgate_pick "$provgate_place" && return 0
  done
  if [ -x /usr/libexec/java_home ]; then
    provgate_pick "$(/usr/libexec/java_home -v "$provgate_java_feature" 2>/dev/null)" && return 0
  fi
  provgate_pick /usr/lib/jvm/* /usr/lib64/jvm/* && return 0
  provgate_pick /usr/java/* /usr/local/java/* /usr/local/jdk* /usr/local/lib/jvm/* && return 0
  provgate_pick /opt/* /opt/*/* && return 0
  provgate_pick "$HOME"/.sdkman/candidates/java/* && return 0
  provgate_pick "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.gradle/jdks/*/* && return 0
  provgate_pick "$HOME"/.local/share/mise/installs/java/* "$HOME"/.local/share/mise/installs/java/*/Contents/Home &&
    return 0
  provgate_pick "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/asdf/installs/java/* && return 0
  provgate_pick /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home && return 0
  for provgate_place in /opt/homebrew /usr/local /home/linuxbrew/.linuxbrew; do
    for provgate_formula in "openjdk@$provgate_java_feature" openjdk; do
      provgate_pick "$provgate_place/opt/$provgate_formula/libexec" \
        "$provgate_place/opt/$provgate_formula/libexec/openjdk.jdk/Contents/Home" && return 0
    done
  done
  return 1
}

if JAVA_HOME=$(provgate_search); then
  export JAVA_HOME
else
  printf '%s\n' "provgate: there is no JDK $provgate_java_feature in JAVA_HOME, in PROVGATE_JAVA_HOME, on PATH or where JDKs\
 usually lie: install one (package openjdk-$provgate_java_feature-jdk, Homebrew's openjdk@$provgate_java_feature, SDKMAN, or\
 a download of any vendor), or set JAVA_HOME to the folder of one." >&2
  exit 2
fi
