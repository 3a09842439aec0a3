package com.athento.deployment.schedule.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.athento.deployment.process.Refused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @ParameterizedTest(name = "{1} is a holiday in {0}: {2}")
    @CsvSource({
        "ES, 2027-12-06, Constitution Day",
        "ES, 2027-05-03,",
        "ES-MD, 2027-05-03, Regional holiday",
        "CO, 2027-01-11, Epiphany",
        "CO, 2027-01-06,",
        "CO, 2027-07-20, Independence Day",
        "DE-BY, 2027-01-06, Epiphany",
        "DE, 2027-01-06,",
        "GB, 2027-12-27, Christmas"
    })
    void knowsItsHolidays(String code, LocalDate day, String name) {
        assertThat(Region.read("holidays", code).holidays(day.getYear()).get(day))
                .isEqualTo(name);
    }

    /** Where the moon decides, nobody can say what comes in two hundred years. */
    @Test
    void knowsNoneTooFarAway() {
        assertThat(Region.read("holidays", "TR").holidays(2100)).isNotEmpty();
        assertThat(Region.read("holidays", "TR").holidays(2200)).isEmpty();
        assertThat(Region.read("holidays", "TR").holidays(1)).isEmpty();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
            XX | is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD
            es | is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD
            NYSE | is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD
            '' | is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD
            Spain | is no country whose public holidays are known; give one such as ES, or a part of it such as ES-MD
            CO-DC | is no part of CO whose public holidays are known; give CO
            ES-md | is no part of ES whose public holidays are known; give ES or one of ES-AN, ES-AR, ES-AS, ES-CB, ES-CE, ES-CL, ES-CM, ES-CN, ES-CT, ES-EX, ES-GA, ES-IB, ES-MC, ES-MD, ES-ML, ES-NC, ES-PV, ES-RI, ES-VC
            ES- | is no part of ES whose public holidays are known; give ES or one of ES-AN, ES-AR, ES-AS, ES-CB, ES-CE, ES-CL, ES-CM, ES-CN, ES-CT, ES-EX, ES-GA, ES-IB, ES-MC, ES-MD, ES-ML, ES-NC, ES-PV, ES-RI, ES-VC
            """)
    void refusesWhatNobodyKnows(String code, String whatIsRight) {
        assertThatThrownBy(() -> Region.read("holidays", code))
                .isInstanceOf(Refused.class)
                .hasMessage("holidays: '%s' %s", code, whatIsRight);
    }
}
