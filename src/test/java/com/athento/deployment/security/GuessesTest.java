package com.athento.deployment.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.security.Guesses.Heard;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Duration passed = Duration.ZERO;

    private final Guesses guesses = new Guesses(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return passed.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void theFifthWrongOneIsTheLastForNow() {
        assertThat(IntStream.range(0, 5).mapToObj(n -> wrong(HERE, "qa")))
                .containsExactly(Heard.WRONG, Heard.WRONG, Heard.WRONG, Heard.WRONG, Heard.LAST_FOR_NOW);
    }

    @Test
    void thenNotEvenTheRightOneIsListenedToForTwoMinutes() {
        guesses(HERE, "qa", 5);

        assertThatThrownBy(() -> right(HERE, "qa")).hasMessage("Too many wrong passwords; try again in 121 seconds");
        passed = Duration.ofSeconds(119);
        assertThatThrownBy(() -> right(HERE, "qa")).isInstanceOf(TooManyGuesses.class);
        passed = Duration.ofSeconds(121);
        assertThat(right(HERE, "qa")).isEqualTo(Heard.RIGHT);
    }

    @Test
    void nobodyElsewhereNotices() {
        guesses(HERE, "qa", 1000);

        assertThat(right(ELSEWHERE, "qa")).isEqualTo(Heard.RIGHT);
        assertThat(right(HERE, "support")).isEqualTo(Heard.RIGHT);
    }

    @Test
    void theRightOneForgetsTheWrongOnesBeforeIt() {
        guesses(HERE, "qa", 4);
        right(HERE, "qa");

        assertThat(wrong(HERE, "qa")).isEqualTo(Heard.WRONG);
    }

    @Test
    void addressesTogetherAreSlowToo() {
        distributed("qa");

        assertThatThrownBy(() -> wrong("192.0.2.200", "qa"))
                .hasMessage("Too many wrong passwords; try again in 19 seconds");
        passed = Duration.ofHours(1);
        assertThat(listenedTo("qa")).isEqualTo(Guesses.AN_HOUR);
    }

    @Test
    void whoHasLoggedInFromThereIsSpared() {
        right(HERE, "qa");
        distributed("qa");

        assertThat(wrong(HERE, "qa")).isEqualTo(Heard.WRONG);
        assertThat(right(HERE, "qa")).isEqualTo(Heard.RIGHT);
    }

    @Test
    void oneAddressThatTriesManyAccountsIsSlow() {
        IntStream.range(0, Guesses.AN_HOUR).forEach(n -> wrong(HERE, "somebody" + n));

        assertThatThrownBy(() -> wrong(HERE, "one-more")).isInstanceOf(TooManyGuesses.class);
        assertThat(right(ELSEWHERE, "one-more")).isEqualTo(Heard.RIGHT);
    }

    @Test
    void theLastAdminGetsInFromAnywhereAtTheFirstAttempt() {
        distributed("admin");

        assertThat(guesses.check("198.51.100.1", "admin", () -> true, () -> true))
                .isEqualTo(Heard.RIGHT);
        assertThatThrownBy(() -> right("198.51.100.2", "admin"))
                .as("one of several admins")
                .isInstanceOf(TooManyGuesses.class);
    }

    @Test
    void guessesAtTheLastAdminGetOneAttemptEach() {
        distributed("admin");
        guesses.check("198.51.100.1", "admin", () -> true, () -> false);

        assertThatThrownBy(() -> guesses.check("198.51.100.1", "admin", () -> true, () -> false))
                .isInstanceOf(TooManyGuesses.class);
    }

    @Test
    void hundredAtTheSameInstantAreFive() throws Exception {
        var listened = new AtomicInteger();
        var people = Executors.newFixedThreadPool(20);
        try {
            people.invokeAll(IntStream.range(0, 100)
                    .<Callable<Object>>mapToObj(n -> () -> guesses.check(HERE, "qa", () -> false, () -> {
                        LockSupport.parkNanos(100_000);
                        listened.incrementAndGet();
                        return false;
                    }))
                    .toList());
        } finally {
            people.shutdownNow();
        }
        assertThat(listened).hasValue(5);
    }

    @Test
    void manyAtTheSameInstantWithTheRightOneAreAllLetIn() {
        assertThatCode(() -> IntStream.range(0, 100).parallel().forEach(n -> right(HERE, "machine")))
                .doesNotThrowAnyException();
    }

    private Heard wrong(String address, String account) {
        return guesses.check(address, account, () -> false, () -> false);
    }

    private Heard right(String address, String account) {
        return guesses.check(address, account, () -> false, () -> true);
    }

    private void guesses(String address, String account, int times) {
        for (int n = 0; n < times; n++) {
            isListenedTo(address, account);
        }
    }

    /** From more addresses than the bound has guesses. */
    private void distributed(String account) {
        assertThat(listenedTo(account)).isEqualTo(Guesses.AN_HOUR);
    }

    private long listenedTo(String account) {
        return IntStream.range(0, 1000)
                .filter(n -> isListenedTo("203.0.%d.%d".formatted(n / 250, n % 250), account))
                .count();
    }

    private boolean isListenedTo(String address, String account) {
        try {
            wrong(address, account);
            return true;
        } catch (TooManyGuesses slowed) {
            return false;
        }
    }
}
