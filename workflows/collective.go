package workflows

// CollectiveSize is the number of workers from which a dispute is a collective one (集体争议，十人以上).
const CollectiveSize = collective
