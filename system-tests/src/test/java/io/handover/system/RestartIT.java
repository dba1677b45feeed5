package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was there before everything stopped is there when it has started again. */
@ExtendWith(RunningStack.class)
class RestartIT {

    @Test
    void findsAccountsServersAndDeliveriesAgain(RunningStack stack) throws Exception {
        Workspace ada = Workspace.open(stack.api(), "ada");
        var deployed = ada.deploy("kept.example.org", "none");
        String password = deployed.answer().jsonPath().getString("server.password");

        stack.restart();

        assertThat(ada.state(deployed.server())).isEqualTo("started");
        JsonPath access = read(ada, "/v1/servers/" + deployed.server() + "/access");
        assertThat(SshLogin.hostname(access, password)).isEqualTo("kept.example.org");
        assertThat(read(ada, "/v1/deliveries").getList("deliveries.state")).containsExactly("shown");
    }

    private static JsonPath read(Workspace workspace, String path) {
        return workspace.api().get(workspace.owner(), path).jsonPath();
    }
}
