package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final Metrics METRICS = Metrics.read(List.of("""
            # TYPE requests_seconds histogram
            requests_seconds_bucket{method="GET",uri="/a{id}",le="0.1"} 3
            requests_seconds_count{method="GET",uri="/a{id}"} 3.0
            jobs 0.0
            """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs",
                "max by (job) (jobs) > 1e6",
                "up{job=~\"a|b\"} == 0",
                "sum(rate(requests_seconds_count{method=\"GET\",uri=~\"/a.*[0-9]{2}\"}[5m])) and on (job) jobs offset 5m",
                "histogram_quantile(0.99, sum by (le, uri) (rate(requests_seconds_bucket[5m])))",
            })
    void findsAllThatIsThere(String promql) {
        assertThat(Query.parse(promql).missingFrom(METRICS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job                                                   | no metric job",
                "sum(rate(request_seconds_count[5m])) / sum(jobs)      | no metric request_seconds_count",
                "requests_seconds                                      | no metric requests_seconds",
                "requests_seconds_count{status=\"500\"}                | no label status of requests_seconds_count",
                "sum by (code) (rate(requests_seconds_count[5m]))      | no label code of requests_seconds_count",
                "sum by (le) (requests_seconds_count)                  | no label le of requests_seconds_count",
            })
    void namesWhatIsNot(String promql, String missing) {
        assertThat(Query.parse(promql).missingFrom(METRICS)).containsExactly(missing);
    }
}
