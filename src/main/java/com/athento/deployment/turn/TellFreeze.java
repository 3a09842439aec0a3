package com.athento.deployment.turn;

import com.athento.deployment.intervention.Team;
import com.athento.deployment.process.jobs.LooseJob;
import com.athento.deployment.process.jobs.LooseJobs;
import com.athento.deployment.schedule.freezes.FreezeHits;
import com.athento.deployment.schedule.freezes.FreezeMade;
import com.athento.deployment.schedule.freezes.Freezes;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Requester and project team are to hear that a freeze hits an intervention: a row and a job for each reader. */
@Component
class TellFreeze implements LooseJob {

    private final Freezes freezes;
    private final FreezeHits hits;
    private final Takers takers;
    private final FreezeMails mails;
    private final ObjectProvider<LooseJobs> jobs;

    TellFreeze(Freezes freezes, FreezeHits hits, Takers takers, FreezeMails mails, ObjectProvider<LooseJobs> jobs) {
        this.freezes = freezes;
        this.hits = hits;
        this.takers = takers;
        this.mails = mails;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return FreezeMade.IS_TOLD;
    }

    @Override
    public void run(String number) {
        var id = Long.parseLong(number);
        var project = takers.addresses(Team.PROJECT);
        var news = Takers.none();
        freezes.find(id).stream()
                .flatMap(freeze -> hits.of(freeze).stream())
                .filter(hit -> !hit.excepted())
                .forEach(hit -> {
                    var window = hit.window();
                    readers(window.requester(), project).stream()
                            .filter(address -> mails.add(id, window.interventionKey(), address))
                            .forEach(news::add);
                });
        news.forEach(address -> jobs.getObject().add(TellFreezeReader.NAME, TellFreezeReader.argument(id, address)));
    }

    private Set<String> readers(String requester, Set<String> project) {
        var readers = Takers.none();
        readers.addAll(project);
        readers.addAll(takers.addressOf(requester));
        return readers;
    }
}
